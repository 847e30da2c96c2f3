import{w as r}from"./chunk-XDQ7CPCZ.js";function p(){let{purposes:e}=r().words.records;return o=>(o??"").split(/[\s,]+/).map(s=>e[s]??s).join(", ")}export{p as a};
