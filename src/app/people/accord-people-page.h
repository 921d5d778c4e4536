/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "accord-page.h"

G_BEGIN_DECLS

/* The team of the period, by territory, with one member's details at the side. */
#define ACCORD_TYPE_PEOPLE_PAGE (accord_people_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordPeoplePage, accord_people_page, ACCORD, PEOPLE_PAGE, AccordPage)

G_END_DECLS
