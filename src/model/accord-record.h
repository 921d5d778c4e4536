/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "accord-date.h"
#include "accord-types.h"

G_BEGIN_DECLS

/**
 * AccordRecord:
 *
 * What a row of the workspace file is in memory: a goal, a card, a conversation. Each kind of record describes its
 * fields once, in a table; properties, drafts, change notification, the row's hash and the columns it is stored in all
 * follow from that table, so that none of them can forget a field.
 *
 * A record in one of the workspace's lists is *live*: read it, bind to it, never set it. To change something take a
 * *draft* with accord_record_copy(), set that, and give it to the workspace; when the transaction is through the live
 * record takes the draft's values and notifies once.
 */
#define ACCORD_TYPE_RECORD (accord_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (AccordRecord, accord_record, ACCORD, RECORD, GObject)

typedef enum
{
  ACCORD_FIELD_TEXT,      /* char *, never NULL, UTF-8; "" where nothing is written */
  ACCORD_FIELD_INTEGER,   /* gint64, 0 unless set, never NULL in the file: years, positions, versions */
  ACCORD_FIELD_AMOUNT,    /* gint64, ACCORD_UNKNOWN (NULL in the file) unless set: money, rates, measured values */
  ACCORD_FIELD_REFERENCE, /* gint64, the id of another record; 0 (none) is NULL in the file */
  ACCORD_FIELD_DATE,      /* AccordDate, ACCORD_DATE_NONE is NULL in the file */
  ACCORD_FIELD_ENUM,      /* an enumeration of registered type, its nick in the file */
  ACCORD_FIELD_BOOLEAN,   /* gboolean, 0 or 1 in the file */
} AccordFieldKind;

typedef struct
{
  const char *name; /* the property; the column is the same with _ for - */
  AccordFieldKind kind;
  gsize offset;
  GType (*enum_type) (void); /* for ACCORD_FIELD_ENUM */
} AccordField;

/**
 * AccordRecordClass:
 * @table: the table of the workspace file that holds these records
 * @validate: says why a draft must not be stored, in words for the user (%ACCORD_RECORD_ERROR); may be %NULL
 */
struct _AccordRecordClass
{
  GObjectClass parent_class;

  const char *table;
  gboolean (*validate) (AccordRecord *self,
                        GError      **error);

  /*< private >*/
  const AccordField *fields;
  guint n_fields;
  GParamSpec **pspecs;
};

#define ACCORD_RECORD_ERROR (accord_record_error_quark ())
GQuark accord_record_error_quark (void);

typedef enum
{
  ACCORD_RECORD_ERROR_MISSING, /* something that must be there is not */
  ACCORD_RECORD_ERROR_RANGE,   /* a value out of its range */
  ACCORD_RECORD_ERROR_SUM,     /* parts that do not add up to their whole */
  ACCORD_RECORD_ERROR_TEXT,    /* text that cannot be kept: not UTF-8, or too long */
  ACCORD_RECORD_ERROR_STAGE,   /* a step that the record's stage does not allow */
} AccordRecordError;

/* The most bytes one text field holds. */
#define ACCORD_RECORD_TEXT_MAX (1024 * 1024)

/* For class_init: names the table and installs a property for every field. fields must live as long as the class. */
void accord_record_class_install (AccordRecordClass *klass,
                                  const char        *table,
                                  const AccordField *fields,
                                  guint              n_fields);

/* 0 until the record has been stored; then it never changes. */
gint64 accord_record_get_id (AccordRecord *self);
void accord_record_set_id (AccordRecord *self,
                           gint64        id);

/* (transfer full): a draft, with the same id. */
gpointer accord_record_copy (gpointer self);

/* Takes over the other's id and every field; notifies of those that differ, all at once. Both must be of one type. */
void accord_record_assign (gpointer self,
                           gpointer other);

/* Whether every field is the same; ids do not count. */
gboolean accord_record_equal (gpointer self,
                              gpointer other);

/* FALSE with ACCORD_RECORD_ERROR and words for the user if the record must not be stored as it is. */
gboolean accord_record_validate (gpointer self,
                                 GError **error);

/* The table and the fields, for whoever stores, exports or hashes a record without knowing its kind. */
const char *accord_record_get_table (gpointer self);
const AccordField *accord_record_get_fields (gpointer self,
                                             guint   *n_fields);

/* One field's value, by the field's kind; an enum's value is an int. */
const char *accord_record_read_text (gpointer           self,
                                     const AccordField *field);
gint64 accord_record_read_integer (gpointer           self,
                                   const AccordField *field);

/* Sets one field, and notifies if that changes it. text is copied; NULL counts as "". */
void accord_record_write_text (gpointer           self,
                               const AccordField *field,
                               const char        *text);
void accord_record_write_integer (gpointer           self,
                                  const AccordField *field,
                                  gint64             value);

#define ACCORD_RECORD_DIGEST_LENGTH 32

/* SHA-256 over table, id, and the name and value of every field that is not at its default: where what is written differs in
 * any bit, the digest does. Defaults are left out so that a field which a later version adds leaves the digests of older rows
 * as they are. Stored beside the row and compared when the row is read; it finds damage, it does not keep out forgers. */
void accord_record_digest (gpointer self,
                           guint8   digest[ACCORD_RECORD_DIGEST_LENGTH]);

/* Entries of a table of fields. */
#define ACCORD_FIELD(Type, member, property, field_kind) \
  { (property), (field_kind), G_STRUCT_OFFSET (Type, member), NULL }
#define ACCORD_FIELD_ENUM_OF(Type, member, property, get_type) \
  { (property), ACCORD_FIELD_ENUM, G_STRUCT_OFFSET (Type, member), (get_type) }

/* Accessors: declared in a kind's header, defined in its .c. Getters borrow; setters are for drafts. */
#define ACCORD_DECLARE_TEXT(Type, prefix, member)    \
  const char *prefix##_get_##member (Type *self);    \
  void prefix##_set_##member (Type *self, const char *member);
#define ACCORD_DECLARE_VALUE(Type, prefix, member, ctype) \
  ctype prefix##_get_##member (Type *self);               \
  void prefix##_set_##member (Type *self, ctype member);

#define ACCORD_DEFINE_TEXT(Type, prefix, member)                                            \
  const char *prefix##_get_##member (Type *self)                                            \
  {                                                                                         \
    return self->member;                                                                    \
  }                                                                                         \
  void prefix##_set_##member (Type *self, const char *member)                               \
  {                                                                                         \
    accord_record_set_text_at (ACCORD_RECORD (self), G_STRUCT_OFFSET (Type, member), member); \
  }
#define ACCORD_DEFINE_VALUE(Type, prefix, member, ctype)                                           \
  ctype prefix##_get_##member (Type *self)                                                         \
  {                                                                                                \
    return self->member;                                                                           \
  }                                                                                                \
  void prefix##_set_##member (Type *self, ctype member)                                            \
  {                                                                                                \
    accord_record_set_integer_at (ACCORD_RECORD (self), G_STRUCT_OFFSET (Type, member), (gint64) member); \
  }

/*< private >*/
void accord_record_set_text_at (AccordRecord *self,
                                gsize         offset,
                                const char   *text);
void accord_record_set_integer_at (AccordRecord *self,
                                   gsize         offset,
                                   gint64        value);

/* The nick of an enumeration's value, and back (FALSE where there is none). */
const char *accord_enum_to_nick (GType type,
                                 int   value);
gboolean accord_enum_from_nick (GType       type,
                                const char *nick,
                                int        *value);

G_END_DECLS
