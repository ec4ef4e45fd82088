import { describe, expect, it } from 'vitest';
import { doubledFields, importForm, missingFields, samples, usableKeys, type Preview } from './flow';

const preview: Preview = {
  encoding: 'UTF-8', separator: ',', sheet: null, rows: 3, headers: ['客户名称', '电话', '备注'],
  mapping: { 客户名称: 'name', 电话: 'phone', 备注: null }, fields: ['number', 'name', 'phone'], required: ['name'],
  keys: ['number', 'name', 'name+phone'], first: [['华为', '1', ''], ['腾讯', '1', ' '], ['百度', '2']],
};

describe('an import that is prepared', () => {
  it('lacks the required fields that no column goes to', () => {
    expect(missingFields(preview, preview.mapping)).toEqual([]);
    expect(missingFields(preview, { 客户名称: null, 电话: 'phone', 备注: null })).toEqual(['name']);
  });

  it('names fields that two columns go to', () => {
    expect(doubledFields(preview.mapping)).toEqual([]);
    expect(doubledFields({ 客户名称: 'name', 电话: 'name', 备注: null })).toEqual(['name']);
  });

  it('shows different examples only, and none of empty cells', () => {
    expect(samples(preview, 0)).toEqual(['华为', '腾讯', '百度']);
    expect(samples(preview, 1)).toEqual(['1', '2']);
    expect(samples(preview, 2)).toEqual([]);
  });

  it('offers keys whose fields are all there', () => {
    expect(usableKeys(preview, preview.mapping)).toEqual(['name', 'name+phone']);
    expect(usableKeys(preview, { 客户名称: 'name', 电话: null, 备注: null })).toEqual(['name']);
  });

  it('sends the mapping with the columns that are left out', async () => {
    const form = importForm(new File(['a'], 'a.csv'), preview.mapping);
    expect(JSON.parse(await (form.get('mapping') as File).text())).toEqual(preview.mapping);
  });
});
