import{o as r}from"./chunk-APBTJ5QG.js";function p(){let{purposes:e}=r().words.records;return o=>(o??"").split(/[\s,]+/).map(s=>e[s]??s).join(", ")}export{p as a};
