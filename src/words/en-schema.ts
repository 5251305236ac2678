/** English words for the list of schemas. */

export const schema = {
  name: 'SCHEMA',
  of: 'DESCRIBES',
  editors:
    'An editor checks a file by the line: # yaml-language-server: $schema=PATH, with what reform schema files/tasks printed.',
};
