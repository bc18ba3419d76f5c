// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "syntaxtree.h"

#include <tree_sitter/api.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <ctime>
#include <functional>
#include <unordered_map>

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

/// Gives a parser its text piece by piece, and the end of it once that has taken too much. Grammars look ahead over
/// whole runs of comments and line ends at each of their lines, and the repair of errors searches all that is open: on
/// files made for it, either takes time square in their length.
class BoundedSource
{
public:
    explicit BoundedSource(std::string_view text)
        : m_text(text)
        , m_pieces(mostRead / pieceSize + 16 * (text.size() / pieceSize))
        , m_end(threadTime() + longestTime + text.size() * timePerByte)
    { }

    [[nodiscard]] TSTree *parsedBy(TSParser *parser)
    {
        return ts_parser_parse(parser, nullptr, {.payload = this, .read = &read, .encoding = TSInputEncodingUTF8});
    }
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    static constexpr std::size_t pieceSize = 1024;
    static constexpr std::size_t mostRead = 64UL * 1024 * 1024;
    static constexpr std::chrono::nanoseconds longestTime = std::chrono::seconds(1);
    static constexpr std::chrono::nanoseconds timePerByte = std::chrono::microseconds(4);

    [[nodiscard]] static std::chrono::nanoseconds threadTime()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    }

    static const char *read(void *payload, uint32_t start, TSPoint /*place*/, uint32_t *length)
    {
        auto *source = static_cast<BoundedSource *>(payload);
        const auto piece = source->piece(start);
        *length = static_cast<uint32_t>(piece.size());
        return piece.begin();
    }

    [[nodiscard]] std::string_view piece(std::size_t start)
    {
        if (start >= m_text.size())
            return m_text.substr(m_text.size());
        m_isCut = m_isCut || m_pieces == 0 || threadTime() > m_end;
        // Where a piece ends within a character the library asks for it once more, and takes no end for an answer.
        if (m_isCut && (start < m_first || start >= m_past))
            return m_text.substr(m_text.size());
        if (m_isCut)
            return m_text.substr(start, m_past - start);
        --m_pieces;
        const auto piece = m_text.substr(start, pieceSize);
        m_first = start;
        m_past = start + piece.size();
        return piece;
    }

    std::string_view m_text;
    std::size_t m_pieces;
    std::chrono::nanoseconds m_end;
    std::size_t m_first = 0; ///< Of the last piece, and what comes after it.
    std::size_t m_past = 0;
    bool m_isCut = false;
};

/// A cursor, because asking a node for its children one by one takes time square in their number. There is one a
/// thread: it keeps its memory from node to node.
class Children
{
public:
    Children() = default;
    ~Children() { ts_tree_cursor_delete(&m_cursor); }
    Children(const Children &) = delete;
    Children &operator=(const Children &) = delete;

    [[nodiscard]] static Children &ofThread()
    {
        thread_local Children children;
        return children;
    }

    [[nodiscard]] std::vector<SyntaxNode> of(TSNode parent, std::string_view source, bool named)
    {
        std::vector<SyntaxNode> nodes;
        nodes.reserve(std::min(ts_node_child_count(parent), uint32_t{16}));
        ts_tree_cursor_reset(&m_cursor, parent);
        for (bool found = ts_tree_cursor_goto_first_child(&m_cursor); found;
            found = ts_tree_cursor_goto_next_sibling(&m_cursor)) {
            const auto node = ts_tree_cursor_current_node(&m_cursor);
            if (named && !ts_node_is_named(node))
                continue;
            const SyntaxNode child(node, source);
            if (!ts_node_is_extra(node) || (!child.is("comment") && !child.is("line_continuation")))
                nodes.push_back(child);
        }
        return nodes;
    }

private:
    TSTreeCursor m_cursor = ts_tree_cursor_new({});
};

struct FieldHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view name) const { return std::hash<std::string_view>()(name); }
};

/// The numbers of fields, which a grammar finds by comparing all their names.
TSFieldId fieldOf(TSNode node, std::string_view name)
{
    struct Fields
    {
        const TSLanguage *language = nullptr;
        std::unordered_map<std::string, TSFieldId, FieldHash, std::equal_to<>> ids;
    };
    thread_local std::array<Fields, 4> known;
    const auto *language = ts_tree_language(node.tree);
    auto fields = std::ranges::find_if(
        known, [language](const Fields &one) { return one.language == nullptr || one.language == language; });
    if (fields == known.end())
        return ts_language_field_id_for_name(language, name.begin(), static_cast<uint32_t>(name.size()));
    fields->language = language;
    const auto found = fields->ids.find(name);
    if (found != fields->ids.end())
        return found->second;
    const auto id = ts_language_field_id_for_name(language, name.begin(), static_cast<uint32_t>(name.size()));
    fields->ids.emplace(name, id);
    return id;
}

} // namespace

SyntaxNode::SyntaxNode(const TSNode &node, std::string_view source)
    : m_node(std::bit_cast<Node>(node))
    , m_source(source)
{ }

TSNode SyntaxNode::handle() const
{
    return std::bit_cast<TSNode>(m_node);
}

bool SyntaxNode::isLeaf() const
{
    return isNull() || ts_node_child_count(handle()) == 0;
}

bool SyntaxNode::hasError() const
{
    return !isNull() && ts_node_has_error(handle());
}

std::string_view SyntaxNode::type() const
{
    return isNull() ? std::string_view() : std::string_view(ts_node_type(handle()));
}

std::string_view SyntaxNode::text() const
{
    if (isNull())
        return {};
    const auto start = ts_node_start_byte(handle());
    return m_source.substr(start, ts_node_end_byte(handle()) - start);
}

int SyntaxNode::line() const
{
    return isNull() ? 0 : static_cast<int>(ts_node_start_point(handle()).row) + 1;
}

int SyntaxNode::lastLine() const
{
    return isNull() ? 0 : static_cast<int>(ts_node_end_point(handle()).row) + 1;
}

SyntaxNode SyntaxNode::child(std::string_view field) const
{
    if (isNull())
        return {};
    return {ts_node_child_by_field_id(handle(), fieldOf(handle(), field)), m_source};
}

std::vector<SyntaxNode> SyntaxNode::namedChildren() const
{
    return isNull() ? std::vector<SyntaxNode>() : Children::ofThread().of(handle(), m_source, true);
}

std::vector<SyntaxNode> SyntaxNode::children() const
{
    return isNull() ? std::vector<SyntaxNode>() : Children::ofThread().of(handle(), m_source, false);
}

SyntaxNode SyntaxNode::firstNamed() const
{
    const auto nodes = namedChildren();
    return nodes.empty() ? SyntaxNode() : nodes.front();
}

void SyntaxTree::Deleter::operator()(TSTree *tree) const
{
    ts_tree_delete(tree);
}

SyntaxTree::SyntaxTree(SourceLanguage language, std::string_view text)
    : m_text(text)
{
    BoundedSource source(text);
    m_tree.reset(source.parsedBy(parserFor(language)));
    m_isCut = source.isCut();
}

SyntaxNode SyntaxTree::root() const
{
    return m_tree ? SyntaxNode(ts_tree_root_node(m_tree.get()), m_text) : SyntaxNode();
}

} // namespace Decayscope
