import{p as r}from"./chunk-3BIG4ZQX.js";function p(){let{purposes:e}=r().words.records;return o=>(o??"").split(/[\s,]+/).map(s=>e[s]??s).join(", ")}export{p as a};
