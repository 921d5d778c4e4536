/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-entry-text.h"

static GQuark
shown_quark (void)
{
  return g_quark_from_static_string ("accord-entry-text-shown");
}

char *
accord_entry_text_dup (gpointer editable)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (editable))));
}

void
accord_entry_text_show (gpointer    editable,
                        const char *text)
{
  const char *shown = g_object_get_qdata (editable, shown_quark ());

  if (g_strcmp0 (shown, text) == 0)
    return;

  g_object_set_qdata_full (editable, shown_quark (), g_strdup (text), g_free);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (editable)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

void
accord_entry_text_reset (gpointer editable)
{
  g_object_set_qdata (editable, shown_quark (), NULL);
}
