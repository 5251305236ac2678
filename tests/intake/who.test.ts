/** Who leads and who supports, in cells as offices write them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  groupOf,
  isGroup,
  isLookalike,
  plainName,
  readUnits,
  type Units,
} from '../../src/intake/who.ts';

/** `A, B | C ? unclear (said)`, to be short in tables: lead before the bar, support behind it. */
const told = ({ lead, support, unclear, said, ditto }: Units): string =>
  [
    lead.join(', '),
    support.length > 0 && `| ${support.join(', ')}`,
    unclear.length > 0 && `? ${unclear.join(', ')}`,
    said !== undefined && `(${said})`,
    ditto && 'ditto',
  ]
    .filter(Boolean)
    .join(' ');

describe('a cell of the leading units', () => {
  test.each([
    ['市发改委', '市发改委'],
    ['市发改委、市财政局', '市发改委, 市财政局'],
    ['市发改委，市财政局', '市发改委, 市财政局'],
    ['市发改委,市财政局', '市发改委, 市财政局'],
    ['市发改委；市财政局', '市发改委, 市财政局'],
    ['市发改委;市财政局', '市发改委, 市财政局'],
    ['市发改委/市财政局', '市发改委, 市财政局'],
    ['市发改委／市财政局', '市发改委, 市财政局'],
    ['市发改委 | 市财政局', '市发改委, 市财政局'],
    ['市发改委\n市财政局', '市发改委, 市财政局'],
    ['市发改委\r\n市财政局', '市发改委, 市财政局'],
    ['市发改委 市财政局　市科技局', '市发改委, 市财政局, 市科技局'],
    ['市 财 政 局', '市财政局'],
    ['市住房和城乡\n建设局', '市住房和城乡建设局'],
    ['市财政局和市科技局', '市财政局, 市科技局'],
    ['市财政局及各区', '市财政局, 各区'],
    ['市发改委与市财政局', '市发改委, 市财政局'],
    ['市财政局以及市科技局', '市财政局, 市科技局'],
    ['市财政局&市科技局', '市财政局, 市科技局'],
    ['黄埔区和南沙区', '黄埔区, 南沙区'],
    ['发展和改革委员会', '发展和改革委员会'],
    ['市工业和信息化局', '市工业和信息化局'],
    ['市文化广电旅游局', '市文化广电旅游局'],
    ['市规划和自然资源局', '市规划和自然资源局'],
    ['市住房和城乡建设局', '市住房和城乡建设局'],
    ['市人力资源和社会保障局', '市人力资源和社会保障局'],
    ['市规划和自然资源局和市住房和城乡建设局', '市规划和自然资源局, 市住房和城乡建设局'],
    ['市中小企业和民营经济局', '市中小企业和民营经济局'],
    ['市政协社会和法制委员会', '市政协社会和法制委员会'],
    ['开发区和自贸区管理局', '开发区和自贸区管理局'],
    ['市发改委（牵头），市财政局、市科技局（配合）', '市发改委 | 市财政局, 市科技局'],
    ['市发改委(牵头)、市财政局、市科技局', '市发改委 | 市财政局, 市科技局'],
    ['市发改委、市财政局（牵头），市科技局', '市发改委, 市财政局 | 市科技局'],
    ['牵头单位：市发改委；配合单位：市财政局', '市发改委 | 市财政局'],
    ['牵头单位:市发改委\n配合单位:市财政局、市科技局', '市发改委 | 市财政局, 市科技局'],
    ['牵头：市发改委 配合：市财政局', '市发改委 | 市财政局'],
    ['牵头单位市发改委，配合单位市财政局', '市发改委 | 市财政局'],
    ['主办：市发改委；协办：市财政局', '市发改委 | 市财政局'],
    ['市发改委牵头，市财政局、市科技局配合', '市发改委 | 市财政局, 市科技局'],
    ['市发改委牵头、市财政局配合', '市发改委 | 市财政局'],
    ['市发改委、市财政局牵头，市科技局参与', '市发改委, 市财政局 | 市科技局'],
    ['市发改委负责牵头，市财政局配合落实', '市发改委 | 市财政局'],
    ['由市发改委会同市财政局负责', '市发改委 | 市财政局 (负责)'],
    ['由市发改委牵头，会同市财政局、市科技局', '市发改委 | 市财政局, 市科技局'],
    ['市发改委会同市财政局、市科技局；市商务局', '市发改委 | 市财政局, 市科技局, 市商务局'],
    ['市发改委会同市财政局牵头', '市发改委 | 市财政局'],
    ['市发改委商市财政局', '市发改委 | 市财政局'],
    ['市商务局', '市商务局'],
    ['市发改委（排第一的为牵头单位，下同）', '市发改委 (排第一的为牵头单位,下同)'],
    [
      '市发改委、市财政局（排第一的为牵头单位，下同）',
      '市发改委 | 市财政局 (排第一的为牵头单位,下同)',
    ],
    [
      '市发展改革委、市工业和信息化局等按职责分工负责',
      '市发展改革委, 市工业和信息化局 (等按职责分工负责)',
    ],
    ['市发改委、市财政局按职责分工负责', '市发改委, 市财政局 (按职责分工负责)'],
    ['市发改委、市财政局等', '市发改委, 市财政局 (等)'],
    ['市发改委、市财政局等有关部门', '市发改委, 市财政局 (等有关部门)'],
    ['各区人民政府', '各区人民政府'],
    ['各区', '各区'],
    ['各有关单位', '各有关单位'],
    ['市有关部门', '市有关部门'],
    ['市委改革办、各区委', '市委改革办, 各区委'],
    ['责任单位：市发改委、市财政局', '市发改委, 市财政局'],
    ['市发改委（张三 020-1234）', '市发改委 (张三 020-1234)'],
    ['市发改委（张三、李四）、市财政局', '市发改委, 市财政局 (张三、李四)'],
    ['责任单位：市发改委；责任人：张三；联系电话：020-12345678', '市发改委 (张三; 020-12345678)'],
    ['市委办公室（市档案局）', '市委办公室(市档案局)'],
    ['市发改委（市财政局、市科技局配合）', '市发改委 | 市财政局, 市科技局'],
    ['市发改委（配合单位：市财政局）', '市发改委 | 市财政局'],
    ['1.市发改委\n2.市财政局', '市发改委, 市财政局'],
    ['（1）市发改委；（2）市财政局', '市发改委, 市财政局'],
    ['①市发改委②市财政局', '市发改委, 市财政局'],
    ['市发改委、市发改委、 市发改委', '市发改委'],
    ['市发改委（牵头）、市发改委', '市发改委'],
    ['市发改委、', '市发改委'],
    ['市发改委。', '市发改委'],
    ['市发改委、13800138000', '市发改委 ? 13800138000'],
    ['市发改委、同上', '市发改委 ? 同上'],
    ['市发改委、无', '市发改委'],
    ['市公安局牵头，市法院、市检察院等配合', '市公安局 | 市法院, 市检察院 (等)'],
    ['市发改委牵头，各有关部门和各区配合', '市发改委 | 各有关部门, 各区'],
    ['市发改委负责总牵头；市财政局负责资金保障', '市发改委 | 市财政局 (负责资金保障)'],
    ['市水务局（总牵头），市生态环境局', '市水务局 | 市生态环境局'],
    ['主要负责单位：市教育局', '市教育局'],
    ['第一牵头单位：市发改委 第二牵头单位：市财政局', '市发改委, 市财政局'],
    ['1、市发改委 2、市财政局', '市发改委, 市财政局'],
    ['市发改委 牵头 市财政局 市科技局 配合', '市发改委 | 市财政局, 市科技局'],
    ['市对口支援办、市协作办', '市对口支援办, 市协作办'],
    ['市直机关工委及市总工会', '市直机关工委, 市总工会'],
    ['市发改委（综合协调）、市财政局（资金）', '市发改委, 市财政局 (综合协调; 资金)'],
    ['分工：市教育局', '? 分工:市教育局'],
    ['牵头', '? 牵头'],
  ])('%j is %s', (text, expected) => {
    expect(told(readUnits(text, 'lead'))).toBe(expected);
  });

  test.each([
    ['DfT', 'DfT'],
    ['Lead: DfT; Support: HMT, DfE', 'DfT | HMT, DfE'],
    [
      'Lead agency: Ministry of Justice\nSupporting actors: Police, Courts',
      'Ministry of Justice | Police, Courts',
    ],
    ['DfT (lead), HMT', 'DfT | HMT'],
    ['DfT (lead), HMT (support)', 'DfT | HMT'],
    ['DfT and HMT', 'DfT, HMT'],
    ['DfT & HMT', 'DfT, HMT'],
    ['DfT, supported by HMT and DfE', 'DfT | HMT, DfE'],
    ['Led by DfT with support from HMT', 'DfT | HMT'],
    ['Ministry of Finance and Economic Affairs', 'Ministry of Finance and Economic Affairs'],
    ['Ministry of Trade & Industry', 'Ministry of Trade & Industry'],
    [
      'Department for Business, Energy and Industrial Strategy; HM Treasury',
      'Department for Business, Energy and Industrial Strategy, HM Treasury',
    ],
    [
      'Department for Business, Energy and Industrial Strategy\nDfT',
      'Department for Business, Energy and Industrial Strategy, DfT',
    ],
    [
      'Secretary of State for Transport (supported by HMT)',
      'Secretary of State for Transport | HMT',
    ],
    ['Policy Lead', 'Policy Lead'],
    ['HM Treasury, Home Office (support)', 'HM Treasury | Home Office'],
    ['DfE / HM Treasury, Home Office (support)', 'DfE, HM Treasury | Home Office'],
    [
      'Growth Team (Home Office and Ministry of Health jointly)',
      'Growth Team (Home Office and Ministry of Health jointly)',
    ],
    ['DfT leads; HMT supports', 'DfT | HMT'],
    ['Partners', '? Partners'],
    ['CSO: Open Alliance', '? CSO: Open Alliance'],
    ['HM Treasury, Home Office', 'HM Treasury, Home Office'],
    ['Department for Transport (DfT)', 'Department for Transport'],
    ['Planning Department (J. Smith)', 'Planning Department (J. Smith)'],
  ])('%j is %s', (text, expected) => {
    expect(told(readUnits(text, 'lead'))).toBe(expected);
  });

  test('a bracket is told apart from the name', () => {
    expect(readUnits('Planning Department (J. Smith)', 'lead')).toEqual({
      lead: ['Planning Department'],
      support: [],
      unclear: [],
      short: new Map(),
      said: 'J. Smith',
    });
  });
});

describe('the first of a cell leads where the cell says so', () => {
  test.each([
    ['市发展改革委、市财政局、市科技局,列第一位的为牵头单位', '列第一位的为牵头单位'],
    ['市发展改革委、市财政局、市科技局（列第一位的为牵头单位）', '列第一位的为牵头单位'],
    ['市发展改革委、市财政局、市科技局。排第一位的为牵头单位', '排第一位的为牵头单位'],
    ['市发展改革委、市财政局、市科技局；排名第一的为牵头单位，下同', '排名第一的为牵头单位,下同'],
    ['市发展改革委、市财政局、市科技局\n首位的为牵头单位', '首位的为牵头单位'],
    ['市发展改革委、市财政局、市科技局 列首位的单位为牵头单位', '列首位的单位为牵头单位'],
    ['市发展改革委、市财政局、市科技局排在第一的为牵头部门', '排在第一的为牵头部门'],
    ['市发展改革委、市财政局、市科技局，第一个单位为牵头单位', '第一个单位为牵头单位'],
    ['市发展改革委、市财政局、市科技局，排第一的单位牵头', '排第一的单位牵头'],
    ['列第一位的为牵头单位：市发展改革委、市财政局、市科技局', '列第一位的为牵头单位'],
    [
      '市发展改革委、市财政局、市科技局（注：列第一位的为牵头单位，下同）',
      '注:列第一位的为牵头单位,下同',
    ],
    [
      '市发展改革委、市财政局、市科技局，排第一的为牵头单位，其他为配合单位',
      '排第一的为牵头单位,其他为配合单位',
    ],
  ])('%j', (text, said) => {
    for (const column of ['lead', 'support', 'both'] as const) {
      expect(told(readUnits(text, column))).toBe(`市发展改革委 | 市财政局, 市科技局 (${said})`);
    }
  });

  test('a unit that is called the first is not meant', () => {
    expect(told(readUnits('市第一人民医院牵头，市财政局', 'both'))).toBe(
      '市第一人民医院 | 市财政局',
    );
    expect(told(readUnits('第一责任单位：市教育局', 'both'))).toBe('市教育局');
  });
});

describe('English names over several lines', () => {
  test.each([
    ['Head of\nHighways', 'Head of Highways'],
    ['Culture\nand Sport', 'Culture and Sport'],
    ['Trade &\nIndustry', 'Trade & Industry'],
    ['Trade\n& Industry', 'Trade & Industry'],
    ['Department for\nthe\nEconomy', 'Department for the Economy'],
    ['Department\nfor Transport', 'Department for Transport'],
    ['Anti-\nCorruption Agency', 'Anti-Corruption Agency'],
    [
      'Ministry of Housing,\nCommunities\nand Local Government',
      'Ministry of Housing, Communities and Local Government',
    ],
    ['Ministry of Finance\nand Ministry of Health', 'Ministry of Finance, Ministry of Health'],
    ['Ministry of Finance,\nMinistry of Health', 'Ministry of Finance, Ministry of Health'],
    ['DfT,\nHMT', 'DfT, HMT'],
    ['Highways,\nParks', 'Highways, Parks'],
    ['Highways\nCulture\nand Sport', 'Highways, Culture and Sport'],
    ['Highways\nParks', 'Highways, Parks'],
    ['市发改委,\n市财政局', '市发改委, 市财政局'],
    ['DfT,\n市财政局', 'DfT, 市财政局'],
  ])('%j is %s', (text, expected) => {
    const { lead, unclear } = readUnits(text, 'lead');
    expect(lead.join(', ')).toBe(expected);
    expect(unclear).toEqual([]);
  });

  test('a comma before a new line parts names', () => {
    const { lead } = readUnits('DfT,\nHMT,\nHome Office', 'lead');
    expect(lead).toEqual(['DfT', 'HMT', 'Home Office']);
    expect(readUnits('Highways,\nParks', 'lead').lead).toHaveLength(2);
  });
});

describe('commas and conjunctions between English names', () => {
  test.each([
    'Ministry of Housing, Communities and Local Government',
    'Department for Business, Energy and Industrial Strategy',
    'Department for Digital, Culture, Media and Sport',
    'Innovation, Science and Economic Development Canada',
    'Foreign, Commonwealth & Development Office',
    'Agriculture, Fisheries and Conservation Department',
    'Ministry of Finance and Economic Affairs',
    'Department for Culture and Sport',
    'Department of the Prime Minister and Cabinet',
    'Office of the President and Prime Minister',
    'Ministry of Finance and Treasury',
    'Ministry of Health and Social Services',
    'Ministry of Science and ICT',
    'Service Planning and Delivery Unit',
    'Police and Crime Commission',
    'IT and HR Department',
    'Culture and Sport',
  ])('%j is one name', (text) => {
    expect(readUnits(text, 'lead').lead).toEqual([text]);
  });

  test.each([
    ['Ministry of Finance, Ministry of Health', ['Ministry of Finance', 'Ministry of Health']],
    ['HM Treasury, Cabinet Office', ['HM Treasury', 'Cabinet Office']],
    [
      'Lead: Ministry of Finance, HM Treasury; Support: DfT, DfE',
      ['Ministry of Finance', 'HM Treasury', 'DfT', 'DfE'],
    ],
    [
      'Planning Bureau, Finance Bureau and Huangpu District',
      ['Planning Bureau', 'Finance Bureau', 'Huangpu District'],
    ],
    ['DfT, HMT and DfE', ['DfT', 'HMT', 'DfE']],
    ['Ofsted, Department for Education', ['Ofsted', 'Department for Education']],
    [
      'HM Treasury, Cabinet Office, and Home Office',
      ['HM Treasury', 'Cabinet Office', 'Home Office'],
    ],
    ['Highways England (lead), Natural England', ['Highways England', 'Natural England']],
    ['Highways England leads, Natural England supports', ['Highways England', 'Natural England']],
    ['HM Treasury (HMT), the Home Office (HO)', ['HM Treasury', 'the Home Office']],
    ['HM Treasury and Cabinet Office', ['HM Treasury', 'Cabinet Office']],
    ['HM Treasury & Cabinet Office', ['HM Treasury', 'Cabinet Office']],
    ['Minister of Health and Minister of Finance', ['Minister of Health', 'Minister of Finance']],
    [
      'HM Treasury and Ministry of Trade and Industry',
      ['HM Treasury', 'Ministry of Trade and Industry'],
    ],
    [
      'Ministry of Finance and Economic Affairs and Home Office',
      ['Ministry of Finance and Economic Affairs', 'Home Office'],
    ],
    ['DfT and Home Office', ['DfT', 'Home Office']],
    [
      'Planning Department and Roads and Parks Bureau',
      ['Planning Department', 'Roads and Parks Bureau'],
    ],
    ['Bank of England and HM Treasury', ['Bank of England', 'HM Treasury']],
    ['HM Treasury (lead) and Cabinet Office (support)', ['HM Treasury', 'Cabinet Office']],
  ])('%j is several', (text, names) => {
    const { lead, support } = readUnits(text, 'lead');
    expect([...lead, ...support]).toEqual(names);
  });
});

describe('signs at names', () => {
  test.each([
    ['★市财政局', '市财政局'],
    ['☆市财政局、☆市科技局', '市财政局, 市科技局'],
    ['● 市财政局\n● 市科技局', '市财政局, 市科技局'],
    ['·市财政局 ·市科技局', '市财政局, 市科技局'],
    ['■市财政局■市科技局', '市财政局, 市科技局'],
    ['1.▲市财政局', '市财政局'],
    ['* DfT\n* HMT', 'DfT, HMT'],
    ['★市财政局、市科技局', '市财政局, 市科技局 (★)'],
    ['★市财政局、△市科技局', '市财政局, 市科技局 (★; △)'],
    ['市财政局★、市科技局', '市财政局, 市科技局 (★)'],
    ['※', ''],
    ['市财政局、★市科技局（★为牵头单位）', '市科技局 | 市财政局 (★为牵头单位)'],
    ['市财政局、★市科技局，注：带★的为牵头单位', '市科技局 | 市财政局 (注:带★的为牵头单位)'],
    ['市财政局、★市科技局（▲为牵头单位）', '市财政局, 市科技局 (▲为牵头单位)'],
    ['牵头单位：★市财政局；配合单位：市科技局', '市财政局 | 市科技局 (★)'],
  ])('%j is %s', (text, expected) => {
    expect(told(readUnits(text, 'lead'))).toBe(expected);
  });
});

describe('what a name is called for short', () => {
  test.each([
    ['Anti-Corruption Agency (ACA)', 'Anti-Corruption Agency', { ACA: 'Anti-Corruption Agency' }],
    [
      'HM Treasury (HMT), Cabinet Office (CO)',
      'HM Treasury, Cabinet Office',
      { HMT: 'HM Treasury', CO: 'Cabinet Office' },
    ],
    [
      'Department for Transport (DfT) (lead)',
      'Department for Transport',
      { DfT: 'Department for Transport' },
    ],
    [
      '市发展和改革委员会（以下简称“市发改委”）',
      '市发展和改革委员会',
      { 市发改委: '市发展和改革委员会' },
    ],
    [
      '市发展和改革委员会（简称市发改委）、市财政局',
      '市发展和改革委员会, 市财政局',
      { 市发改委: '市发展和改革委员会' },
    ],
    ['世界卫生组织（WHO）', '世界卫生组织', { WHO: '世界卫生组织' }],
    ['Ministry of Justice (TBC)', 'Ministry of Justice (TBC)', {}],
    ['Planning Department (Smith)', 'Planning Department (Smith)', {}],
    ['Planning Department (J. Smith)', 'Planning Department (J. Smith)', {}],
    ['Planning Department (ABCDEFGHIJK)', 'Planning Department (ABCDEFGHIJK)', {}],
    [
      'Ministry of Finance (MOF), Ministry of Fisheries (MOF)',
      'Ministry of Finance, Ministry of Fisheries',
      {},
    ],
  ])('%j', (text, expected, short) => {
    const units = readUnits(text, 'lead');
    expect(told(units)).toBe(expected);
    expect(Object.fromEntries(units.short)).toEqual(short);
  });
});

describe('the column says who is meant where the cell does not', () => {
  test.each([
    ['support', '市发改委、市财政局', '| 市发改委, 市财政局'],
    ['both', '市发改委', '市发改委'],
    ['both', '市发改委、市财政局', '市发改委, 市财政局'],
    ['both', '市发改委（牵头）、市财政局', '市发改委 | 市财政局'],
    ['both', '市发改委、市财政局（配合）', '| 市发改委, 市财政局'],
    ['both', '市发改委，市财政局（配合）', '市发改委 | 市财政局'],
    ['lead', '市发改委，市财政局（配合）', '市发改委 | 市财政局'],
    ['support', '市发改委，市财政局（配合）', '| 市发改委, 市财政局'],
    ['support', '市发改委（牵头）、市财政局', '市发改委 | 市财政局'],
    [
      'support',
      '市发改委、市财政局（排第一的为牵头单位）',
      '市发改委 | 市财政局 (排第一的为牵头单位)',
    ],
  ] as const)('%s: %j is %s', (column, text, expected) => {
    expect(told(readUnits(text, column))).toBe(expected);
  });
});

test.each(['', ' ', '/', '-', '—', '无', 'N/A', '暂无', '\n'])('%j names nobody', (text) => {
  expect(readUnits(text, 'lead')).toEqual({
    lead: [],
    support: [],
    unclear: [],
    short: new Map(),
  });
});

test.each(['同上', '〃', '"', '″', '”', '以上单位', 'ditto', ' 同上 '])(
  '%j is as above',
  (text) => {
    expect(readUnits(text, 'support')).toEqual({
      lead: [],
      support: [],
      unclear: [],
      short: new Map(),
      ditto: true,
    });
  },
);

describe('groups', () => {
  test.each([
    ['各区', 'districts'],
    ['各区人民政府', 'districts'],
    ['各区政府', 'districts'],
    ['各区委区政府', 'districts'],
    ['各区委、区政府', 'districts'],
    ['广州市各区', 'districts'],
    ['全市各区', 'districts'],
    ['各县（市、区）', 'districts'],
    ['All districts', 'districts'],
    ['各街道', 'other'],
    ['各镇街', 'other'],
    ['各有关单位', 'other'],
    ['各区有关部门', 'other'],
    ['有关区', 'other'],
    ['市直各单位', 'other'],
    ['各成员单位', 'other'],
    ['领导小组成员单位', 'other'],
    ['市各相关部门', 'other'],
    ['市有关部门', 'other'],
    ['其他单位', 'other'],
    ['all departments', 'other'],
    ['relevant agencies', 'other'],
    ['All relevant departments', 'other'],
  ])('%j is one, of %s', (name, of) => {
    expect(isGroup(name)).toBe(true);
    expect(groupOf(name)).toBe(of);
  });

  test.each(['市发改委', '黄埔区', '黄埔区人民政府', 'Department for Transport', ''])(
    '%j is none',
    (name) => {
      expect(isGroup(name)).toBe(false);
      expect(groupOf(name)).toBe('other');
    },
  );
});

describe('names for comparing', () => {
  test.each([
    ['广州市财政局', '财政局'],
    ['市财政局', '财政局'],
    ['财政局', '财政局'],
    ['市 财政局', '财政局'],
    ['市市场监管局', '市场监管局'],
    ['广州市市场监管局', '市场监管局'],
    ['市场监管局', '市场监管局'],
    ['市政务服务数据管理局', '政务服务数据管理局'],
    ['市政管理局', '市政管理局'],
    ['黄埔区人民政府', '黄埔区'],
    ['黄埔区政府', '黄埔区'],
    ['广州市黄埔区', '黄埔区'],
    ['市人民政府办公厅', '政府办公厅'],
    ['中共广州市委', '委'],
    ['ＤｆＴ', 'dft'],
    ['Department for Transport', 'departmentfortransport'],
    ['市', '市'],
    ['', ''],
  ])('%j is %j', (name, plain) => {
    expect(plainName(name, '广州市')).toBe(plain);
  });

  test('of a district, or of no place that is known', () => {
    expect(plainName('区财政局', '黄埔区')).toBe('财政局');
    expect(plainName('市财政局', '黄埔区')).toBe('市财政局');
    expect(plainName('市财政局')).toBe('财政局');
    expect(plainName('市场监管局')).toBe('市场监管局');
    expect(plainName('Guangzhou Planning Bureau', 'Guangzhou')).toBe('planningbureau');
  });

  test.each([
    ['发改委', '发展改革委'],
    ['发展改革委', '发展和改革委员会'],
    ['发改委', '发展和改革委员会'],
    ['市监局', '市场监督管理局'],
    ['住建局', '住房和城乡建设局'],
    ['城管局', '城市管理局'],
    ['市委改革办', '市委改革办公室'],
    ['政数局', '政务服务数据管理局'],
    ['黄埔管委会', '黄埔管理委员会'],
    ['dft', 'departmentfortransport'],
    ['DfT', 'Department for Transport'],
    ['ministryoffinance', 'ministryoffinanceandeconomicaffairs'],
  ])('%j may be short for %j, which is another name', (a, b) => {
    expect(isLookalike(a, b)).toBe(true);
    expect(isLookalike(b, a)).toBe(true);
    expect(plainName(a)).not.toBe(plainName(b));
  });

  test.each([
    ['财政局', '财政局'],
    ['财政局', '科技局'],
    ['发改委', '卫健委'],
    ['公安局', '发展改革委'],
    ['局', '财政局'],
    ['', '财政局'],
    ['dfe', 'departmentfortransport'],
  ])('%j and %j are not alike', (a, b) => {
    expect(isLookalike(a, b)).toBe(false);
    expect(isLookalike(b, a)).toBe(false);
  });
});

describe('whatever is written', () => {
  const settings = { seed: 2022, numRuns: 1500 };
  const unit = fc.constantFrom(
    ...'市发改委 市财政局 市工业和信息化局 市住房和城乡建设局 黄埔区 各区人民政府 市委改革办 市文化广电旅游局 市科技局'.split(
      ' ',
    ),
  );
  const units = fc.uniqueArray(unit, { minLength: 1, maxLength: 6 });
  const mark = fc.constantFrom('、', '，', '；', '\n', ' / ', ',', ';', '|', '、\n');

  test('names come back whole, in their order, from every mark', () => {
    fc.assert(
      fc.property(units, mark, (names, between) => {
        expect(readUnits(names.join(between), 'lead')).toEqual({
          lead: names,
          support: [],
          unclear: [],
          short: new Map(),
        });
      }),
      settings,
    );
  });

  test('who leads and who supports comes back from every way to say so', () => {
    fc.assert(
      fc.property(units, fc.nat(5), (names, cut) => {
        const lead = names.slice(0, 1 + (cut % names.length));
        const support = names.slice(lead.length);
        const [a, b] = [lead.join('、'), support.join('、')];
        const ways = [
          `牵头单位：${a}；配合单位：${b}`,
          `${a}牵头${b && `，${b}配合`}`,
          `${a}（牵头）${b && `，${b}（配合）`}`,
          `由${a}牵头${b && `，会同${b}`}`,
        ];
        for (const way of ways) {
          expect(readUnits(way, 'both'), way).toEqual({
            lead,
            support,
            unclear: [],
            short: new Map(),
          });
        }
      }),
      settings,
    );
  });

  const part = fc.constantFrom(
    ...'市发改委 市财政局 和 （ ） ( ) 牵头 配合 牵头单位： 会同 、 ， ； 等 按职责分工负责 Lead: support and & DfT 各区 同上 1. ①'.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  test.each([
    '市',
    '和',
    '(',
    '市财政局和',
    '市财政局、',
    '负责',
    'a, ',
    '牵头',
    '1.',
    ' ',
    '第一',
    '（x）',
  ])('a long cell of %j is read in one go', (one) => {
    for (const length of [2000, 32_767]) {
      const { lead, support } = readUnits(one.repeat(length / one.length), 'both');
      expect(lead.length + support.length).toBeLessThan(3);
    }
  });

  test('it is an answer without doubles, and nobody is on both sides', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(part, { maxLength: 16 }).map((parts) => parts.join('')),
        ),
        fc.constantFrom('lead', 'support', 'both'),
        (text, column) => {
          const { lead, support } = readUnits(text, column);
          const all = [...lead, ...support];
          expect(new Set(all).size).toBe(all.length);
          for (const name of all) expect(name.trim()).not.toBe('');
          for (const name of all) expect(plainName(name, '广州市')).not.toMatch(/\s/);
        },
      ),
      { ...settings, numRuns: 4000 },
    );
  });
});
