/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-cell-text.h"

char *
accord_text_to_cell (const char *text)
{
  return g_strdelimit (g_strdup (text != NULL ? text : ""), "\t\r\n", ' ');
}
