function e(t,i){return t?{fi:t.titleFi,sv:t.titleSv,en:t.titleEn}[i]:""}export{e as a};
