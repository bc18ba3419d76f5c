// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntaxtree.h"

extern "C" {
const TSLanguage *tree_sitter_python();
const TSLanguage *tree_sitter_javascript();
const TSLanguage *tree_sitter_typescript();
const TSLanguage *tree_sitter_tsx();
}

namespace Decayscope {

namespace {

const TSLanguage *grammarOf(SourceLanguage language)
{
    switch (language) {
    case SourceLanguage::Python:
        return tree_sitter_python();
    case SourceLanguage::JavaScript:
        return tree_sitter_javascript();
    case SourceLanguage::TypeScript:
        return tree_sitter_typescript();
    case SourceLanguage::Tsx:
        return tree_sitter_tsx();
    }
    return nullptr;
}

/// Parsers are made once a thread: making one takes longer than parsing a small file.
TSParser *parserFor(SourceLanguage language)
{
    struct ParserDeleter
    {
        void operator()(TSParser *parser) const { ts_parser_delete(parser); }
    };
    thread_local const std::unique_ptr<TSParser, ParserDeleter> parser(ts_parser_new());
    ts_parser_reset(parser.get());
    ts_parser_set_language(parser.get(), grammarOf(language));
    return parser.get();
}

/// A cursor, because asking a node for its children one by one takes time square in their number.
class Children
{
public:
    Children(TSNode node, std::string_view source)
        : m_cursor(ts_tree_cursor_new(node))
        , m_source(source)
    { }
    ~Children() { ts_tree_cursor_delete(&m_cursor); }
    Children(const Children &) = delete;
    Children &operator=(const Children &) = delete;

    [[nodiscard]] std::vector<SyntaxNode> all(bool named)
    {
        std::vector<SyntaxNode> nodes;
        for (bool found = ts_tree_cursor_goto_first_child(&m_cursor); found;
            found = ts_tree_cursor_goto_next_sibling(&m_cursor)) {
            const auto node = ts_tree_cursor_current_node(&m_cursor);
            const SyntaxNode child(node, m_source);
            const auto isCode = !child.is("comment") && !child.is("line_continuation");
            if ((!named || ts_node_is_named(node)) && isCode)
                nodes.push_back(child);
        }
        return nodes;
    }

private:
    TSTreeCursor m_cursor;
    std::string_view m_source;
};

} // namespace

std::string_view SyntaxNode::type() const
{
    return isNull() ? std::string_view() : std::string_view(ts_node_type(m_node));
}

std::string_view SyntaxNode::text() const
{
    if (isNull())
        return {};
    const auto start = ts_node_start_byte(m_node);
    return m_source.substr(start, ts_node_end_byte(m_node) - start);
}

int SyntaxNode::line() const
{
    return isNull() ? 0 : static_cast<int>(ts_node_start_point(m_node).row) + 1;
}

int SyntaxNode::lastLine() const
{
    return isNull() ? 0 : static_cast<int>(ts_node_end_point(m_node).row) + 1;
}

SyntaxNode SyntaxNode::child(std::string_view field) const
{
    if (isNull())
        return {};
    return {ts_node_child_by_field_name(m_node, field.begin(), static_cast<uint32_t>(field.size())), m_source};
}

std::vector<SyntaxNode> SyntaxNode::namedChildren() const
{
    return isNull() ? std::vector<SyntaxNode>() : Children(m_node, m_source).all(true);
}

std::vector<SyntaxNode> SyntaxNode::children() const
{
    return isNull() ? std::vector<SyntaxNode>() : Children(m_node, m_source).all(false);
}

SyntaxNode SyntaxNode::firstNamed() const
{
    const auto nodes = namedChildren();
    return nodes.empty() ? SyntaxNode() : nodes.front();
}

SyntaxTree::SyntaxTree(SourceLanguage language, std::string_view text)
    : m_tree(ts_parser_parse_string(parserFor(language), nullptr, text.begin(), static_cast<uint32_t>(text.size())))
    , m_text(text)
{ }

SyntaxNode SyntaxTree::root() const
{
    return m_tree ? SyntaxNode(ts_tree_root_node(m_tree.get()), m_text) : SyntaxNode();
}

} // namespace Decayscope
