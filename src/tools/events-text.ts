import type { Domain } from '../platform/domain';
import type { EventAudience } from '../platform/event-log/event-audience';
import type { DeclaredEvent } from '../platform/event-log/event-types';
import { declaredEvents } from '../platform/schema/declared-events';

/** Who reads an event, in words. */
const READERS: Readonly<Record<EventAudience, string>> = {
  EVERYONE: 'mọi tài khoản / every account',
  OFFICIALS: 'cán bộ, không gồm màn hình / officials, not screens',
  UNIT: 'đơn vị và cơ quan theo dõi mọi đơn vị / the unit, and those over all units',
  OWN_UNIT: 'riêng đơn vị / the unit alone',
  UNIT_AND_COMMITTEE: 'đơn vị, ban chỉ đạo, kiểm tra, phân tích / the unit, the committee, inspectors, analysts',
  RECORDS: 'quản trị, kiểm tra / administrators and inspectors',
};

const HEAD = `# Loại sự kiện / Types of events

Nhật ký ghi mỗi việc đã xảy ra một lần, không sửa. Bảng này in từ khai báo của các lĩnh vực bằng \`npm run schema\`.
The log holds everything that has happened, once and unchanged. This is printed from what the domains declare, by \`npm run schema\`.

Người đọc: nhiều dòng nghĩa là tùy trạng thái của đối tượng lúc đó. Dữ liệu: \`!\` luôn có giá trị, \`?\` chỉ có khi thay đổi. Phiên bản của dữ liệu là 1 nếu không ghi.
Readers: several lines mean that it depends on the state of what it happened to. Data: \`!\` always has a value, \`?\` is there only where it changed. The data’s version is 1 where none is said.
`;

/** The page of all types of events, by domain. */
export function eventsText(domains: readonly Domain[]): string {
  const declared: [name: string, events: readonly DeclaredEvent[]][] = domains.map((domain) => [
    domain.name,
    declaredEvents([domain]),
  ]);
  const parts = declared.filter(([, events]) => events.length > 0);
  return [HEAD, ...parts.map(([name, events]) => `## ${name}\n\n${TABLE_HEAD}\n${events.map(line).join('\n')}\n`)].join(
    '\n',
  );
}

const TABLE_HEAD =
  '| loại / type | việc đã xảy ra / what has happened | người đọc / readers | dữ liệu / data |\n| --- | --- | --- | --- |';

function line({ type, description, audience, data, version = 1 }: DeclaredEvent): string {
  const fields = Object.entries(data).map(([name, form]) => `\`${name}: ${form}\``);
  const held = [...fields, ...(version === 1 ? [] : [`v${version}`])].join('<br>');
  return `| \`${type}\` | ${description.replace('\n', '<br>')} | ${audience.map((reader) => READERS[reader]).join('<br>')} | ${held} |`;
}
