import{p as r}from"./chunk-2FJT3FGT.js";function p(){let{purposes:e}=r().words.records;return o=>(o??"").split(/[\s,]+/).map(s=>e[s]??s).join(", ")}export{p as a};
