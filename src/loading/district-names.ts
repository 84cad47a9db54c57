const ENGLISH_KIND: Readonly<Record<string, string>> = { quan: 'District', huyen: 'District', 'thi-xa': 'Town' };

/** Code, English and short names of a district from its Vietnamese name: «Quận Ba Đình» is `quan-ba-dinh`, Ba Đình District. */
export function districtNames(
  name: string,
  type: string,
): { code: string; nameEn: string; shortName: string; shortNameEn: string } {
  const proper = name.replace(/^(Quận|Huyện|Thị xã) /, '');
  const nameEn = `${proper} ${ENGLISH_KIND[type] ?? 'District'}`;
  return { code: `${type}-${slug(proper)}`, nameEn, shortName: name, shortNameEn: nameEn };
}

function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
