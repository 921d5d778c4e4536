/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-sealed-fields.h"

#include <string.h>

void
accord_sealed_field_free (AccordSealedField *self)
{
  g_free (self->text);
  g_free (self);
}

static void
sealed_fields_add (GPtrArray  *fields,
                   const char *name,
                   char       *text)
{
  AccordSealedField *field = g_new0 (AccordSealedField, 1);

  field->name = name;
  field->text = text;
  g_ptr_array_add (fields, field);
}

static char *
sealed_field_date (AccordDate date)
{
  return date == ACCORD_DATE_NONE ? g_strdup ("") : accord_date_to_iso (date);
}

static int
sealed_field_compare (gconstpointer a,
                      gconstpointer b)
{
  const AccordSealedField *one = *(AccordSealedField *const *) a;
  const AccordSealedField *other = *(AccordSealedField *const *) b;

  return strcmp (one->name, other->name);
}

GPtrArray *
accord_sealed_fields_of (AccordConversation *conversation,
                         const char         *member_name)
{
  GPtrArray *sealed = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_sealed_field_free);
  const AccordField *fields;
  guint n_fields;

  fields = accord_record_get_fields (conversation, &n_fields);
  for (guint i = 0; i < n_fields; i++)
    {
      const AccordField *field = &fields[i];

      if (field->kind == ACCORD_FIELD_TEXT && strcmp (field->name, "sealed") != 0 && strcmp (field->name, "review-outcome") != 0)
        sealed_fields_add (sealed, field->name, g_strdup (accord_record_read_text (conversation, field)));
      else if (field->kind == ACCORD_FIELD_ENUM && strcmp (field->name, "kind") == 0)
        sealed_fields_add (sealed, field->name,
                           g_strdup (accord_enum_to_nick (field->enum_type (),
                                                          (int) accord_record_read_integer (conversation, field))));
      else if (field->kind == ACCORD_FIELD_DATE && strcmp (field->name, "review") != 0)
        sealed_fields_add (sealed, field->name,
                           sealed_field_date ((AccordDate) accord_record_read_integer (conversation, field)));
    }
  sealed_fields_add (sealed, "member", g_strdup_printf ("%" G_GINT64_FORMAT, accord_conversation_get_member (conversation)));
  sealed_fields_add (sealed, "member-name", g_strdup (member_name));
  g_ptr_array_sort (sealed, sealed_field_compare);

  return sealed;
}
