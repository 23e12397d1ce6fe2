/** Reads a condition out of JSON and says everything that is wrong with it, so that an unknown fact never reaches a decision. */
import type { Comparison, Condition, FactType, FactTypes, Limit } from './condition.ts';

/** `pointer` is a JSON Pointer into the condition. */
export type ConditionProblem = {
  readonly pointer: string;
  readonly reason: string;
  readonly fix: string;
};

export type ConditionReading = {
  readonly condition: Condition | null;
  readonly problems: readonly ConditionProblem[];
};

/** Nesting of a condition; deeper ones are not read by people either. */
const DEPTH_MAX = 12;
/** Members of one list of a condition. */
const MEMBERS_MAX = 2_000;

const OPERATORS = ['is', 'in', 'startsWith', 'contains', 'atMost', 'atLeast', 'known'] as const;
type Operator = (typeof OPERATORS)[number];

/** `thresholds` are the ids that `threshold:<id>` may name. */
export type ConditionTerms = {
  readonly facts: FactTypes;
  readonly thresholds: ReadonlySet<string>;
};

/** Reads a condition; `condition` is null exactly when there are problems. */
export function checkCondition(value: unknown, terms: ConditionTerms): ConditionReading {
  const problems: ConditionProblem[] = [];
  const condition = readNode({ value, pointer: '', depth: 0 }, terms, problems);
  return { condition: problems.length === 0 ? condition : null, problems };
}

type Node = { readonly value: unknown; readonly pointer: string; readonly depth: number };

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function readNode(
  node: Node,
  terms: ConditionTerms,
  problems: ConditionProblem[],
): Condition | null {
  const refuse = (reason: string, fix: string): null => {
    problems.push({ pointer: node.pointer, reason, fix });
    return null;
  };
  if (node.depth > DEPTH_MAX)
    return refuse('the condition is nested too deeply', `use at most ${DEPTH_MAX} levels`);
  if (!isObject(node.value))
    return refuse('a condition is an object', 'write {"fact": …} or {"all": […]}');
  const keys = Object.keys(node.value);
  if (keys.length === 1 && ('all' in node.value || 'any' in node.value))
    return readList(node, terms, problems);
  if (keys.length === 1 && 'not' in node.value) {
    const not = readNode(
      { value: node.value['not'], pointer: `${node.pointer}/not`, depth: node.depth + 1 },
      terms,
      problems,
    );
    return not === null ? null : { not };
  }
  if (keys.length !== 2 || !('fact' in node.value)) {
    return refuse(
      'a condition has one of all, any, not, or a fact with one comparison',
      `keep one of ${OPERATORS.join(', ')}`,
    );
  }
  return readComparison(node.value, terms, refuse);
}

function readList(
  node: Node,
  terms: ConditionTerms,
  problems: ConditionProblem[],
): Condition | null {
  const word = isObject(node.value) && 'all' in node.value ? 'all' : 'any';
  const members = isObject(node.value) ? node.value[word] : undefined;
  if (!isList(members) || members.length === 0 || members.length > MEMBERS_MAX) {
    problems.push({
      pointer: `${node.pointer}/${word}`,
      reason: `"${word}" needs a list of conditions`,
      fix: 'write at least one',
    });
    return null;
  }
  const parts: Condition[] = [];
  for (const [index, value] of members.entries()) {
    const part = readNode(
      { value, pointer: `${node.pointer}/${word}/${index}`, depth: node.depth + 1 },
      terms,
      problems,
    );
    if (part !== null) parts.push(part);
  }
  if (parts.length !== members.length) return null;
  return word === 'all' ? { all: parts } : { any: parts };
}

type Refuse = (reason: string, fix: string) => null;

function readComparison(
  value: Readonly<Record<string, unknown>>,
  terms: ConditionTerms,
  refuse: Refuse,
): Comparison | null {
  const fact = value['fact'];
  if (!isText(fact)) return refuse('"fact" is a name', 'write the name of a fact in quotes');
  const type = Object.hasOwn(terms.facts, fact) ? terms.facts[fact] : undefined;
  if (type === undefined)
    return refuse(`the fact "${fact}" is unknown here`, `use one of ${nearest(fact, terms.facts)}`);
  const operator = OPERATORS.find((name) => name in value);
  if (operator === undefined)
    return refuse('the comparison is unknown', `use one of ${OPERATORS.join(', ')}`);
  if (!suits(operator, type))
    return refuse(
      `"${operator}" does not suit "${fact}", a fact of type ${type}`,
      `use ${operatorsFor(type)}`,
    );
  const operand = value[operator];
  return readOperand({ fact, type, operator, operand }, terms, refuse);
}

type Operation = {
  readonly fact: string;
  readonly type: FactType;
  readonly operator: Operator;
  readonly operand: unknown;
};

function readOperand(
  operation: Operation,
  terms: ConditionTerms,
  refuse: Refuse,
): Comparison | null {
  const { fact, operator, operand } = operation;
  switch (operator) {
    case 'known':
      return typeof operand === 'boolean'
        ? { fact, known: operand }
        : refuse('"known" is true or false', 'write true or false');
    case 'is':
      return isMember(operand, operation.type)
        ? { fact, is: operand }
        : refuse(`"is" needs a value of type ${operation.type}`, 'change the value');
    case 'in':
      return readMembers(operation, refuse);
    case 'startsWith':
    case 'contains':
      return readTexts({ ...operation, operator }, refuse);
    case 'atMost':
    case 'atLeast': {
      const limit = readLimit(operand, terms, refuse);
      if (limit === null) return null;
      return operator === 'atMost' ? { fact, atMost: limit } : { fact, atLeast: limit };
    }
  }
}

function readMembers({ fact, type, operand }: Operation, refuse: Refuse): Comparison | null {
  const is = (member: unknown): member is string | number =>
    typeof member !== 'boolean' && isMember(member, type);
  if (isListOf(operand, is)) return { fact, in: operand };
  return refuse(
    `"in" needs a list of values of type ${type}`,
    'write a list with at least one value',
  );
}

function readTexts(
  operation: Operation & { readonly operator: 'startsWith' | 'contains' },
  refuse: Refuse,
): Comparison | null {
  const { fact, operator, operand } = operation;
  if (!isListOf(operand, isText))
    return refuse(`"${operator}" needs a list of texts`, 'write ["…"]');
  return operator === 'startsWith' ? { fact, startsWith: operand } : { fact, contains: operand };
}

function readLimit(operand: unknown, terms: ConditionTerms, refuse: Refuse): Limit | null {
  if (typeof operand === 'number' && Number.isFinite(operand)) return operand;
  if (isText(operand) && isThresholdName(operand)) {
    const id = operand.slice('threshold:'.length);
    return terms.thresholds.has(id)
      ? operand
      : refuse(`there is no threshold "${id}" in the pack`, 'name an id of thresholds.csv');
  }
  return refuse('the limit is a number or "threshold:<id>"', 'write a number');
}

const isThresholdName = (text: string): text is `threshold:${string}` =>
  text.startsWith('threshold:');

function isMember(value: unknown, type: FactType): value is string | number | boolean {
  switch (type) {
    case 'text':
    case 'texts':
      return isText(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
  }
}

const isListOf = <T>(value: unknown, is: (member: unknown) => member is T): value is readonly T[] =>
  isList(value) && value.length > 0 && value.length <= MEMBERS_MAX && value.every(is);

function suits(operator: Operator, type: FactType): boolean {
  switch (operator) {
    case 'known':
    case 'is':
      return true;
    case 'in':
      return type !== 'boolean';
    case 'startsWith':
    case 'contains':
      return type === 'text' || type === 'texts';
    case 'atMost':
    case 'atLeast':
      return type === 'number';
  }
}

const operatorsFor = (type: FactType): string =>
  OPERATORS.filter((operator) => suits(operator, type)).join(', ');

/** The facts that share the first part of the name, or all of them. */
function nearest(name: string, facts: FactTypes): string {
  const names = Object.keys(facts).sort();
  const family = names.filter((known) => known.split('.')[0] === name.split('.')[0]);
  return (family.length > 0 ? family : names).join(', ');
}
