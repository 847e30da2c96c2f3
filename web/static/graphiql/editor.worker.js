import{a}from"./chunk-G4DADL55.js";import"./chunk-GQUDPWCR.js";import"./chunk-HJW6BKBM.js";import"./chunk-QTW5RYFS.js";import"./chunk-VVBDJU33.js";import"./chunk-4L5RI3VG.js";export{a as initialize};
