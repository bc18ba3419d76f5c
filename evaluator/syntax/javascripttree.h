// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "syntaxtree.h"

namespace Decayscope {

/// The nodes that facts are read from; the grammars' other ones are Other.
enum class JavaScriptKind : quint8 {
    Other,
    Error,
    Comment,
    // Modules
    ImportStatement,
    ImportClause,
    ImportSpecifier,
    NamespaceImport,
    NamedImports,
    ImportRequireClause,
    ExportStatement,
    ExportClause,
    ExportSpecifier,
    NamespaceExport,
    // Literals
    String,
    StringFragment,
    EscapeSequence,
    Template,
    TemplateSubstitution,
    Number,
    Boolean,
    Nothing,
    // Names
    Identifier,
    ShorthandProperty,
    This,
    MetaProperty,
    ImportWord,
    NestedName,
    // Expressions
    Unary,
    Binary,
    Ternary,
    Assignment,
    AugmentedAssignment,
    Await,
    Parenthesized,
    As,
    NonNull,
    TypeAssertion,
    Sequence,
    Member,
    Subscript,
    Call,
    New,
    Arguments,
    Spread,
    Array,
    Object,
    Pair,
    ComputedName,
    // Patterns
    ObjectPattern,
    ArrayPattern,
    PairPattern,
    DefaultPattern,
    RestPattern,
    // Declarations
    Declarator,
    Declaration,
    FunctionDeclaration,
    FunctionExpression,
    Arrow,
    Method,
    Signature,
    Parameters,
    Parameter,
    Class,
    ClassBody,
    ClassHeritage,
    Extends,
    Implements,
    Field,
    PropertySignature,
    Interface,
    TypeAlias,
    ObjectType,
    Enum,
    EnumBody,
    EnumAssignment,
    Namespace,
    Ambient,
    Decorator,
    AccessWord,
    TypeAnnotation,
    TypeArguments,
    TypeParameters,
    GenericType,
    // Statements
    If,
    Try,
    Catch,
    Case,
    DefaultCase,
    Return,
    ExpressionStatement,
    Block,
    // Signs and words
    TypeWord,
    DefaultWord,
    EqualsSign,
    Comma
};

/// The parts of nodes that are asked for by name.
enum class JavaScriptField : quint8 {
    None,
    Alias,
    Alternative,
    Arguments,
    Body,
    Condition,
    Consequence,
    Constructor,
    Declaration,
    Function,
    Index,
    Key,
    Left,
    Name,
    Object,
    Operator,
    Parameter,
    Parameters,
    Pattern,
    Property,
    Right,
    Source,
    Type,
    Value
};

struct JavaScriptNode
{
    JavaScriptKind kind = JavaScriptKind::Other;
    JavaScriptField field = JavaScriptField::None; ///< In its parent.
    int parent = -1;
    int past = 0; ///< The first node that is not below it.
    int line = 0; ///< 1-based.
    uint32_t start = 0; ///< In bytes.
    uint32_t end = 0;
};

/// The tree of a JavaScript or TypeScript file as a list, parents before children, without comments and punctuation:
/// facts are found by going along it, so that no nesting is too deep. Nodes are named by their index; all questions may
/// be asked of -1, the node that is not there.
class JavaScriptTree
{
public:
    explicit JavaScriptTree(const SyntaxNode &root);

    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] int codeLines() const { return m_codeLines; } ///< Lines with anything but comments on them.

    [[nodiscard]] const JavaScriptNode &at(int node) const { return node < 0 ? m_none : m_nodes[std::size_t(node)]; }
    [[nodiscard]] JavaScriptKind kind(int node) const { return at(node).kind; }
    [[nodiscard]] int parent(int node) const { return at(node).parent; }
    [[nodiscard]] std::string_view text(int node) const;

    [[nodiscard]] int firstChild(int node) const;
    [[nodiscard]] int nextSibling(int node) const;
    [[nodiscard]] int lastChild(int node) const;
    [[nodiscard]] int child(int node, JavaScriptField field) const; ///< The first of a field.
    [[nodiscard]] int child(int node, JavaScriptKind kind) const; ///< The first of a kind.
    [[nodiscard]] std::vector<int> children(int node) const;

private:
    void read(TSTreeCursor *cursor, const TSLanguage *language);
    void close(int node);
    void countLines(TSNode leaf);

    std::vector<JavaScriptNode> m_nodes;
    JavaScriptNode m_none;
    std::string_view m_source;
    int m_codeLines = 0;
    int m_lastLine = -1;
};

} // namespace Decayscope
