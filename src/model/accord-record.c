/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "accord-record.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  gint64 id;
} AccordRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AccordRecord, accord_record, G_TYPE_OBJECT)

G_DEFINE_QUARK (accord-record-error-quark, accord_record_error)

enum
{
  PROP_0,
  PROP_ID,
  N_BASE_PROPS
};

static GParamSpec *base_properties[N_BASE_PROPS];

static gpointer
record_member (gpointer           self,
               const AccordField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static const AccordField *
record_field_at (AccordRecordClass *klass,
                 gsize              offset)
{
  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].offset == offset)
        return &klass->fields[i];
    }

  g_assert_not_reached ();
}

static void
record_notify (AccordRecord      *self,
               const AccordField *field)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (self);

  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field - klass->fields]);
}

static GParamSpec *
record_param_spec (const AccordField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GEnumClass *enum_class;
  GParamSpec *pspec;

  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      return g_param_spec_string (field->name, NULL, NULL, "", flags);

    case ACCORD_FIELD_INTEGER:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

    case ACCORD_FIELD_AMOUNT:
      return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64, ACCORD_UNKNOWN, flags);

    case ACCORD_FIELD_REFERENCE:
      return g_param_spec_int64 (field->name, NULL, NULL, 0, G_MAXINT64, 0, flags);

    case ACCORD_FIELD_DATE:
      return g_param_spec_int (field->name, NULL, NULL, 0, G_MAXINT, ACCORD_DATE_NONE, flags);

    case ACCORD_FIELD_ENUM:
      enum_class = g_type_class_ref (field->enum_type ());
      pspec = g_param_spec_enum (field->name, NULL, NULL, field->enum_type (), enum_class->values[0].value, flags);
      g_type_class_unref (enum_class);
      return pspec;

    case ACCORD_FIELD_BOOLEAN:
      return g_param_spec_boolean (field->name, NULL, NULL, FALSE, flags);

    default:
      g_assert_not_reached ();
    }
}

static void
accord_record_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (object);
  const AccordField *field;

  if (prop_id == PROP_ID)
    {
      g_value_set_int64 (value, accord_record_get_id (ACCORD_RECORD (object)));
      return;
    }

  field = &klass->fields[prop_id - N_BASE_PROPS];
  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      g_value_set_string (value, accord_record_read_text (object, field));
      break;

    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_AMOUNT:
    case ACCORD_FIELD_REFERENCE:
      g_value_set_int64 (value, accord_record_read_integer (object, field));
      break;

    case ACCORD_FIELD_DATE:
      g_value_set_int (value, (int) accord_record_read_integer (object, field));
      break;

    case ACCORD_FIELD_ENUM:
      g_value_set_enum (value, (int) accord_record_read_integer (object, field));
      break;

    case ACCORD_FIELD_BOOLEAN:
      g_value_set_boolean (value, accord_record_read_integer (object, field) != 0);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
accord_record_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (object);
  const AccordField *field;

  if (prop_id == PROP_ID)
    {
      accord_record_set_id (ACCORD_RECORD (object), g_value_get_int64 (value));
      return;
    }

  field = &klass->fields[prop_id - N_BASE_PROPS];
  switch (field->kind)
    {
    case ACCORD_FIELD_TEXT:
      accord_record_write_text (object, field, g_value_get_string (value));
      break;

    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_AMOUNT:
    case ACCORD_FIELD_REFERENCE:
      accord_record_write_integer (object, field, g_value_get_int64 (value));
      break;

    case ACCORD_FIELD_DATE:
      accord_record_write_integer (object, field, g_value_get_int (value));
      break;

    case ACCORD_FIELD_ENUM:
      accord_record_write_integer (object, field, g_value_get_enum (value));
      break;

    case ACCORD_FIELD_BOOLEAN:
      accord_record_write_integer (object, field, g_value_get_boolean (value));
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
accord_record_constructed (GObject *object)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (object);

  G_OBJECT_CLASS (accord_record_parent_class)->constructed (object);

  /* Text is never NULL, so that nobody has to ask, and an amount is unknown until somebody gives it. */
  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer member = record_member (object, &klass->fields[i]);

      if (klass->fields[i].kind == ACCORD_FIELD_TEXT)
        *(char **) member = g_strdup ("");
      else if (klass->fields[i].kind == ACCORD_FIELD_AMOUNT)
        *(gint64 *) member = ACCORD_UNKNOWN;
    }
}

static void
accord_record_finalize (GObject *object)
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == ACCORD_FIELD_TEXT)
        g_free (*(char **) record_member (object, &klass->fields[i]));
    }

  G_OBJECT_CLASS (accord_record_parent_class)->finalize (object);
}

static void
accord_record_class_init (AccordRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = accord_record_get_property;
  object_class->set_property = accord_record_set_property;
  object_class->constructed = accord_record_constructed;
  object_class->finalize = accord_record_finalize;

  base_properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0,
                                                 G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_BASE_PROPS, base_properties);
}

static void
accord_record_init (AccordRecord *self)
{
}

void
accord_record_class_install (AccordRecordClass *klass,
                             const char        *table,
                             const AccordField *fields,
                             guint              n_fields)
{
  /* GObject does not hand these two down to the class of a subclass that has properties of its own. */
  G_OBJECT_CLASS (klass)->get_property = accord_record_get_property;
  G_OBJECT_CLASS (klass)->set_property = accord_record_set_property;

  klass->table = table;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new (GParamSpec *, n_fields);

  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = record_param_spec (&fields[i]);
      g_object_class_install_property (G_OBJECT_CLASS (klass), N_BASE_PROPS + i, klass->pspecs[i]);
    }
}

gint64
accord_record_get_id (AccordRecord *self)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  g_return_val_if_fail (ACCORD_IS_RECORD (self), 0);

  return priv->id;
}

void
accord_record_set_id (AccordRecord *self,
                      gint64        id)
{
  AccordRecordPrivate *priv = accord_record_get_instance_private (self);

  g_return_if_fail (ACCORD_IS_RECORD (self));
  g_return_if_fail (id >= 0);

  if (priv->id == id)
    return;

  priv->id = id;
  g_object_notify_by_pspec (G_OBJECT (self), base_properties[PROP_ID]);
}

gpointer
accord_record_copy (gpointer self)
{
  AccordRecord *copy;

  g_return_val_if_fail (ACCORD_IS_RECORD (self), NULL);

  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  accord_record_assign (copy, self);

  return copy;
}

void
accord_record_assign (gpointer self,
                      gpointer other)
{
  AccordRecordClass *klass;

  g_return_if_fail (ACCORD_IS_RECORD (self));
  g_return_if_fail (ACCORD_IS_RECORD (other));
  g_return_if_fail (G_OBJECT_TYPE (self) == G_OBJECT_TYPE (other));

  klass = ACCORD_RECORD_GET_CLASS (self);
  g_object_freeze_notify (self);
  accord_record_set_id (self, accord_record_get_id (other));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AccordField *field = &klass->fields[i];

      if (field->kind == ACCORD_FIELD_TEXT)
        accord_record_write_text (self, field, accord_record_read_text (other, field));
      else
        accord_record_write_integer (self, field, accord_record_read_integer (other, field));
    }
  g_object_thaw_notify (self);
}

gboolean
accord_record_equal (gpointer self,
                     gpointer other)
{
  AccordRecordClass *klass;

  g_return_val_if_fail (ACCORD_IS_RECORD (self), FALSE);
  g_return_val_if_fail (ACCORD_IS_RECORD (other), FALSE);

  if (G_OBJECT_TYPE (self) != G_OBJECT_TYPE (other))
    return FALSE;

  klass = ACCORD_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AccordField *field = &klass->fields[i];

      if (field->kind == ACCORD_FIELD_TEXT
            ? strcmp (accord_record_read_text (self, field), accord_record_read_text (other, field)) != 0
            : accord_record_read_integer (self, field) != accord_record_read_integer (other, field))
        return FALSE;
    }

  return TRUE;
}

gboolean
accord_record_validate (gpointer self,
                        GError **error)
{
  AccordRecordClass *klass;

  g_return_val_if_fail (ACCORD_IS_RECORD (self), FALSE);

  klass = ACCORD_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *text;

      if (klass->fields[i].kind != ACCORD_FIELD_TEXT)
        continue;

      text = accord_record_read_text (self, &klass->fields[i]);
      if (strlen (text) > ACCORD_RECORD_TEXT_MAX)
        {
          g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_TEXT,
                               _("This text is longer than the 1 MB that one field can hold"));
          return FALSE;
        }
      if (!g_utf8_validate (text, -1, NULL))
        {
          g_set_error_literal (error, ACCORD_RECORD_ERROR, ACCORD_RECORD_ERROR_TEXT,
                               _("This text holds bytes that are not valid UTF-8"));
          return FALSE;
        }
    }

  return klass->validate == NULL || klass->validate (self, error);
}

const char *
accord_record_get_table (gpointer self)
{
  g_return_val_if_fail (ACCORD_IS_RECORD (self), NULL);

  return ACCORD_RECORD_GET_CLASS (self)->table;
}

const AccordField *
accord_record_get_fields (gpointer self,
                          guint   *n_fields)
{
  g_return_val_if_fail (ACCORD_IS_RECORD (self), NULL);
  g_return_val_if_fail (n_fields != NULL, NULL);

  *n_fields = ACCORD_RECORD_GET_CLASS (self)->n_fields;

  return ACCORD_RECORD_GET_CLASS (self)->fields;
}

const char *
accord_record_read_text (gpointer           self,
                         const AccordField *field)
{
  g_return_val_if_fail (field->kind == ACCORD_FIELD_TEXT, NULL);

  return *(char **) record_member (self, field);
}

gint64
accord_record_read_integer (gpointer           self,
                            const AccordField *field)
{
  gpointer member = record_member (self, field);

  switch (field->kind)
    {
    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_AMOUNT:
    case ACCORD_FIELD_REFERENCE:
      return *(gint64 *) member;

    case ACCORD_FIELD_DATE:
      return *(AccordDate *) member;

    case ACCORD_FIELD_ENUM:
    case ACCORD_FIELD_BOOLEAN:
      return *(int *) member;

    case ACCORD_FIELD_TEXT:
    default:
      g_return_val_if_reached (0);
    }
}

void
accord_record_write_text (gpointer           self,
                          const AccordField *field,
                          const char        *text)
{
  char **member = record_member (self, field);

  g_return_if_fail (field->kind == ACCORD_FIELD_TEXT);

  if (text == NULL)
    text = "";
  if (g_strcmp0 (*member, text) == 0)
    return;

  g_free (*member);
  *member = g_strdup (text);
  record_notify (self, field);
}

void
accord_record_write_integer (gpointer           self,
                             const AccordField *field,
                             gint64             value)
{
  gpointer member = record_member (self, field);

  if (accord_record_read_integer (self, field) == value)
    return;

  switch (field->kind)
    {
    case ACCORD_FIELD_INTEGER:
    case ACCORD_FIELD_AMOUNT:
    case ACCORD_FIELD_REFERENCE:
      *(gint64 *) member = value;
      break;

    case ACCORD_FIELD_DATE:
      *(AccordDate *) member = (AccordDate) value;
      break;

    case ACCORD_FIELD_ENUM:
    case ACCORD_FIELD_BOOLEAN:
      *(int *) member = (int) value;
      break;

    case ACCORD_FIELD_TEXT:
    default:
      g_return_if_reached ();
    }
  record_notify (self, field);
}

void
accord_record_set_text_at (AccordRecord *self,
                           gsize         offset,
                           const char   *text)
{
  accord_record_write_text (self, record_field_at (ACCORD_RECORD_GET_CLASS (self), offset), text);
}

void
accord_record_set_integer_at (AccordRecord *self,
                              gsize         offset,
                              gint64        value)
{
  accord_record_write_integer (self, record_field_at (ACCORD_RECORD_GET_CLASS (self), offset), value);
}

/* Whether nobody has ever set the field. */
static gboolean
record_field_is_default (gpointer           self,
                         const AccordField *field)
{
  if (field->kind == ACCORD_FIELD_TEXT)
    return *accord_record_read_text (self, field) == '\0';

  return accord_record_read_integer (self, field) == (field->kind == ACCORD_FIELD_AMOUNT ? ACCORD_UNKNOWN : 0);
}

static void
digest_text (GChecksum  *checksum,
             const char *text)
{
  /* The closing NUL is hashed too, so that a letter cannot wander from one field to the next. */
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text) + 1);
}

static void
digest_integer (GChecksum *checksum,
                gint64     value)
{
  gint64 bytes = GINT64_TO_BE (value);

  g_checksum_update (checksum, (const guchar *) &bytes, sizeof bytes);
}

void
accord_record_digest (gpointer self,
                      guint8   digest[ACCORD_RECORD_DIGEST_LENGTH])
{
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (self);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = ACCORD_RECORD_DIGEST_LENGTH;

  digest_text (checksum, klass->table);
  digest_integer (checksum, accord_record_get_id (self));
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AccordField *field = &klass->fields[i];

      if (record_field_is_default (self, field))
        continue;

      digest_text (checksum, field->name);
      if (field->kind == ACCORD_FIELD_TEXT)
        digest_text (checksum, accord_record_read_text (self, field));
      else if (field->kind == ACCORD_FIELD_ENUM)
        digest_text (checksum, accord_enum_to_nick (field->enum_type (), (int) accord_record_read_integer (self, field)));
      else
        digest_integer (checksum, accord_record_read_integer (self, field));
    }

  g_checksum_get_digest (checksum, digest, &length);
}

const char *
accord_enum_to_nick (GType type,
                     int   value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value (enum_class, value);

  return entry != NULL ? entry->value_nick : "";
}

gboolean
accord_enum_from_nick (GType       type,
                       const char *nick,
                       int        *value)
{
  g_autoptr (GEnumClass) enum_class = g_type_class_ref (type);
  GEnumValue *entry = g_enum_get_value_by_nick (enum_class, nick);

  if (entry == NULL)
    return FALSE;

  *value = entry->value;

  return TRUE;
}
