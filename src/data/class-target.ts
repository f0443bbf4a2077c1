import type { Column, Table } from "./table";

/** The same table for the same column of the same table, so that what was computed from it stays. */
const known = new WeakMap<Table, Map<string, Table>>();

/** A column of text stands in a table as one column for each of its values; where it is to be predicted, the table has it as classes, too. */
export function withClassTarget(table: Table, target: string | undefined): Table {
  const name = target?.trim().toLowerCase();
  if (name === undefined || table.sums !== undefined || table.columns.some((column) => column.name.toLowerCase() === name)) return table;
  const members = table.columns.filter(({ group }) => group?.toLowerCase() === name);
  const [first] = members;
  if (first?.group === undefined || members.length < 2) return table;
  const tables = known.get(table) ?? new Map<string, Table>();
  known.set(table, tables);
  const found = tables.get(first.group) ?? (isList(members) ? table : { ...table, columns: [...table.columns, classColumn(first.group, members)] });
  tables.set(first.group, found);
  return found;
}

/** A row of a list has several values at a time. */
function isList(members: readonly Column[]): boolean {
  return Array.from(members[0]?.values ?? [], (_, row) => members.filter(({ values }) => values[row] === 1).length).some((count) => count > 1);
}

function classColumn(group: string, members: readonly Column[]): Column {
  const values = Float64Array.from(members[0]?.values ?? [], (_, row) => {
    const label = members.findIndex((member) => member.values[row] === 1);
    return label < 0 ? NaN : label;
  });
  // Named for the value after "group = ".
  return { name: group, values, classes: members.map(({ name }) => name.slice(group.length + 3)), group };
}
