/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-report-file.h"

#include <string.h>

/* Reads back what was written, by the ZIP application note (APPNOTE.TXT 6.3): every member is inflated, its length
 * and CRC-32 compared, and its XML parsed to the end. */

#define END_SIGNATURE 0x06054b50u
#define END_LENGTH 22
#define CENTRAL_SIGNATURE 0x02014b50u
#define CENTRAL_LENGTH 46
#define LOCAL_SIGNATURE 0x04034b50u
#define LOCAL_LENGTH 30

typedef struct
{
  const guint8 *data;
  gsize length;
} Bytes;

static guint32
read_little (const guint8 *from,
             guint         n)
{
  guint32 value = 0;

  for (guint i = n; i > 0; i--)
    value = value << 8 | from[i - 1];
  return value;
}

static guint32
crc32_of (const guint8 *data,
          gsize         length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++)
    {
      crc ^= data[i];
      for (guint bit = 0; bit < 8; bit++)
        crc = crc >> 1 ^ (0xedb88320u & -(crc & 1));
    }
  return ~crc;
}

/* Inflates into exactly length bytes, or gives NULL. */
static guint8 *
inflate_member (const guint8 *data,
                gsize         compressed,
                gsize         length)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree guint8 *out = g_malloc (length + 1);
  gsize in_at = 0, out_at = 0;
  GConverterResult result;

  do
    {
      gsize consumed = 0, produced = 0;

      result = g_converter_convert (G_CONVERTER (inflater), data + in_at, compressed - in_at, out + out_at,
                                    length + 1 - out_at, G_CONVERTER_INPUT_AT_END, &consumed, &produced, NULL);
      in_at += consumed;
      out_at += produced;
    }
  while (result == G_CONVERTER_CONVERTED && out_at <= length);

  if (result != G_CONVERTER_FINISHED || out_at != length)
    return NULL;
  return g_steal_pointer (&out);
}

static gboolean
xml_is_whole (const guint8 *data,
              gsize         length)
{
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);

  return g_markup_parse_context_parse (context, (const char *) data, length, NULL)
         && g_markup_parse_context_end_parse (context, NULL);
}

static gboolean
member_is_whole (Bytes         file,
                 const guint8 *entry)
{
  const guint32 method = read_little (entry + 10, 2);
  const guint32 crc = read_little (entry + 16, 4);
  const gsize compressed = read_little (entry + 20, 4);
  const gsize length = read_little (entry + 24, 4);
  const gsize at = read_little (entry + 42, 4);
  g_autofree guint8 *content = NULL;
  const guint8 *local = file.data + at;
  gsize start;

  if (at + LOCAL_LENGTH > file.length || read_little (local, 4) != LOCAL_SIGNATURE || method != 8)
    return FALSE;
  start = at + LOCAL_LENGTH + read_little (local + 26, 2) + read_little (local + 28, 2);
  if (start + compressed > file.length)
    return FALSE;

  content = inflate_member (file.data + start, compressed, length);
  return content != NULL && crc32_of (content, length) == crc && xml_is_whole (content, length);
}

gboolean
accord_report_zip_is_whole (const char *path)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (path, FALSE, NULL);
  const guint8 *end;
  Bytes file;
  gsize at, members;

  if (mapped == NULL || g_mapped_file_get_length (mapped) < END_LENGTH)
    return FALSE;

  file = (Bytes){ (const guint8 *) g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped) };
  end = file.data + file.length - END_LENGTH;
  if (read_little (end, 4) != END_SIGNATURE)
    return FALSE;

  members = read_little (end + 10, 2);
  at = read_little (end + 16, 4);
  for (gsize i = 0; i < members; i++)
    {
      const guint8 *entry = file.data + at;

      if (at + CENTRAL_LENGTH > file.length || read_little (entry, 4) != CENTRAL_SIGNATURE
          || !member_is_whole (file, entry))
        return FALSE;
      at += CENTRAL_LENGTH + read_little (entry + 28, 2) + read_little (entry + 30, 2) + read_little (entry + 32, 2);
    }
  return members > 0;
}
