#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>

/* Exported by the extensions library but declared by no installed header. Reached through functions because
   Swift 6 refuses a mutable C global. */
extern cmark_node_type CMARK_NODE_TABLE, CMARK_NODE_TABLE_ROW, CMARK_NODE_TABLE_CELL, CMARK_NODE_STRIKETHROUGH;
static inline cmark_node_type debrief_node_table(void) { return CMARK_NODE_TABLE; }
static inline cmark_node_type debrief_node_table_row(void) { return CMARK_NODE_TABLE_ROW; }
static inline cmark_node_type debrief_node_table_cell(void) { return CMARK_NODE_TABLE_CELL; }
static inline cmark_node_type debrief_node_strikethrough(void) { return CMARK_NODE_STRIKETHROUGH; }
