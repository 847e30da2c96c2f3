// Writes generated/graphql.ts from schema.graphql: the documents of agency.graphql, and the types of their answers.
import { rmSync } from 'node:fs';

const TEXTS = ['Date', 'DateTime', 'EmailAddress', 'LanguageCode', 'MunicipalityCode', 'PersonalIdentityCode', 'PhoneNumber', 'Time'];

/** @type {import('@graphql-codegen/cli').CodegenConfig} */
export default {
  schema: '../../../schema.graphql',
  documents: 'agency.graphql',
  generates: {
    'generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { JSON: 'unknown', ...Object.fromEntries(TEXTS.map((name) => [name, 'string'])) },
      },
    },
  },
  hooks: {
    afterOneFileWrite: (path) => path.endsWith('graphql.ts') || rmSync(path), // nothing is looked up by its text
  },
};
