// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "filefacts.h"

#include <array>
#include <memory>

struct TSLanguage;
struct TSNode;
struct TSTree;
struct TSTreeCursor;

namespace Decayscope {

/// A node of a syntax tree: a small value that is valid as long as its tree. All questions may be asked of a null node.
class SyntaxNode
{
public:
    SyntaxNode() = default;
    SyntaxNode(const TSNode &node, std::string_view source);

    [[nodiscard]] bool isNull() const { return m_node.id == nullptr; }
    [[nodiscard]] std::string_view type() const; ///< Such as "call_expression"; empty for a null node.
    [[nodiscard]] bool is(std::string_view type) const { return this->type() == type; }
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] int line() const; ///< 1-based; 0 for a null node.
    [[nodiscard]] int lastLine() const;
    [[nodiscard]] bool isLeaf() const;
    [[nodiscard]] bool hasError() const;

    [[nodiscard]] SyntaxNode child(std::string_view field) const; ///< By its field; null where there is none.
    [[nodiscard]] std::vector<SyntaxNode> namedChildren() const; ///< Without comments.
    [[nodiscard]] std::vector<SyntaxNode> children() const; ///< With punctuation and keywords, without comments.
    [[nodiscard]] SyntaxNode firstNamed() const;

    [[nodiscard]] TSNode handle() const; ///< For those who walk a whole tree with a cursor.
    [[nodiscard]] std::string_view source() const { return m_source; } ///< The text of the whole file.

private:
    /// What the library keeps in its own type of node, whose header stays in source files.
    struct Node
    {
        std::array<uint32_t, 4> context{};
        const void *id = nullptr;
        const TSTree *tree = nullptr;
    };

    Node m_node;
    std::string_view m_source;
};

/// The syntax tree of a text, which must live as long.
class SyntaxTree
{
public:
    /// Parses any bytes; what is no code of the language stands in the tree as errors. A text made to take time square
    /// in its length is read only in part.
    SyntaxTree(SourceLanguage language, std::string_view text);

    [[nodiscard]] SyntaxNode root() const; ///< Null where there was no memory for it.
    [[nodiscard]] bool isCut() const { return m_isCut; } ///< Parsing took too long and was ended early.

private:
    struct Deleter
    {
        void operator()(TSTree *tree) const;
    };

    std::unique_ptr<TSTree, Deleter> m_tree;
    std::string_view m_text;
    bool m_isCut = false;
};

/// How deep facts are followed into a tree: far beyond what people write, far below what a stack holds.
inline constexpr int deepestSyntax = 200;

} // namespace Decayscope
