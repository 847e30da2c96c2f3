// Prints the breaking changes between two schemas as JSON: [{ type, path, message }]. A removal of what the older schema
// calls deprecated breaks nobody who was told.
import { diff, CriticalityLevel, DiffRule } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';

const [before, after] = process.argv.slice(2).map((path) => buildSchema(readFileSync(path, 'utf8')));
const changes = await diff(before, after, [DiffRule.suppressRemovalOfDeprecatedField]);
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
process.stdout.write(JSON.stringify(breaking.map(({ type, path, message }) => ({ type, path: path ?? '', message }))));
