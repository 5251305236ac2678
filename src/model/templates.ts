/** Registers that a new ledger may begin with. */

/** A special field as a register gives it. */
type FieldTemplate = {
  readonly id: string;
  readonly title: string;
  readonly title_zh: string;
  readonly title_zh_basis: 'found' | 'back-translation';
};

const field = (
  id: string,
  title: string,
  title_zh: string,
  title_zh_basis: FieldTemplate['title_zh_basis'],
): FieldTemplate => ({ id, title, title_zh, title_zh_basis });

/** Special fields by the name of their set, in the order in which they were published. */
export const fieldSets: Readonly<Record<'guangzhou-2022' | 'none', readonly FieldTemplate[]>> = {
  'guangzhou-2022': [
    field('business-environment', 'Business environment', '营商环境', 'found'),
    field('economic-system', 'Economic system', '经济体制', 'back-translation'),
    field('administrative-system', 'Administrative system', '行政体制', 'back-translation'),
    field(
      'urban-planning',
      'Urban planning and construction management',
      '城市规划建设管理',
      'back-translation',
    ),
    field('agriculture-rural', 'Agriculture and rural areas', '农业农村', 'back-translation'),
    field('democracy-law', 'Democracy and the rule of law', '民主法治', 'found'),
    field('social-governance', 'Social governance', '社会治理', 'found'),
    field('culture', 'Culture', '文化', 'found'),
    field('livelihood', "People's livelihood", '民生', 'found'),
    field('ecology', 'Ecological civilization', '生态文明', 'found'),
    field('party-building', 'Party construction', '党的建设', 'found'),
    field('discipline', 'Discipline inspection and supervision', '纪检监察', 'found'),
  ],
  none: [],
};
