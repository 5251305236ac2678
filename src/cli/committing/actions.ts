/** What `reform git` does for people, by the words that are typed. */
export const actionsForPeople = ['install', 'uninstall', 'codeowners'] as const;
