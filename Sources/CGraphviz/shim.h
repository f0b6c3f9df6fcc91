#include <gvc.h>

// Graphviz hands its layouts out through macros, and takes texts that it only reads as if it wrote to them: Swift
// needs functions for both.

static inline Agraph_t *gradus_open_directed(void) { return agopen((char *)"graph", Agdirected, 0); }

static inline void gradus_declare(Agraph_t *graph, int kind, const char *name, const char *value) {
  agattr(graph, kind, (char *)name, (char *)value);
}

static inline void gradus_set(void *object, const char *name, const char *value) {
  agset(object, (char *)name, (char *)value);
}

// A label in Graphviz's markup; the graph owns the text.
static inline void gradus_set_markup(Agraph_t *graph, void *object, const char *name, const char *markup) {
  char *text = agstrdup_html(graph, (char *)markup);
  agset(object, (char *)name, text);
  agstrfree(graph, text);
}

static inline Agnode_t *gradus_make_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

static inline Agedge_t *gradus_make_edge(Agraph_t *graph, Agnode_t *from, Agnode_t *to, const char *name) {
  return agedge(graph, from, to, (char *)name, 1);
}

static inline pointf gradus_center(Agnode_t *node) { return ND_coord(node); }

static inline splines *gradus_route(Agedge_t *edge) { return ED_spl(edge); }

static inline textlabel_t *gradus_label(Agedge_t *edge) { return ED_label(edge); }

static inline boxf gradus_bounds(Agraph_t *graph) { return GD_bb(graph); }
