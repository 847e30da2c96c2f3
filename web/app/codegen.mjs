// Writes generated/<room>/graphql.ts from schema.graphql: the documents that a room sends, and the types of their answers.
import { rmSync } from 'node:fs';
import { DOCUMENTS } from './documents.mjs';

const TEXTS = ['Date', 'DateTime', 'EmailAddress', 'LanguageCode', 'MunicipalityCode', 'PersonalIdentityCode', 'PhoneNumber', 'Time'];
const config = {
  documentMode: 'string',
  enumsAsTypes: true,
  useTypeImports: true,
  strictScalars: true,
  scalars: { JSON: 'unknown', ...Object.fromEntries(TEXTS.map((name) => [name, 'string'])) },
};

/** @type {import('@graphql-codegen/cli').CodegenConfig} */
export default {
  schema: '../../schema.graphql',
  generates: Object.fromEntries(
    Object.entries(DOCUMENTS).map(([room, documents]) => [
      `generated/${room}/`,
      { preset: 'client', presetConfig: { fragmentMasking: false }, documents, config },
    ]),
  ),
  hooks: {
    afterOneFileWrite: (path) => path.endsWith('graphql.ts') || rmSync(path), // nothing is looked up by its text
  },
};
