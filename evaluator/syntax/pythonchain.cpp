// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pythonchain.h"

#include "pythonstrings.h"

#include <optional>
#include <ranges>
#include <unordered_set>

namespace Decayscope {

namespace {

constexpr std::size_t longestCode = 160;

/// Words that are names only where the parser repaired what it could not read.
bool isReserved(std::string_view word)
{
    static const std::unordered_set<std::string_view> words{"and", "as", "assert", "break", "class", "continue", "def",
        "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
        "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};
    return words.contains(word);
}

/// The index of `x["a"]`, `x[0]` and `x[-1]` as a member; "*" where it is computed, nothing for a part of x.
std::optional<std::string> indexMember(const SyntaxNode &subscript)
{
    const auto children = subscript.namedChildren();
    if (children.size() != 2)
        return std::nullopt;
    const auto &index = children.back();
    if (index.is("integer") || (index.is("unary_operator") && index.child("argument").is("integer")))
        return std::string(index.text());
    if (index.is("slice"))
        return std::nullopt;
    const auto parts = isPythonString(index) ? pythonStringParts(index) : std::vector<PythonStringPart>();
    return parts.size() == 1 && parts.front().inserted.isNull() ? parts.front().text : "*";
}

/// The member a node asks for; nothing where it is none.
std::optional<std::string> memberOf(const SyntaxNode &node)
{
    if (node.is("attribute"))
        return std::string(node.child("attribute").text());
    return node.is("subscript") ? indexMember(node) : std::nullopt;
}

} // namespace

SyntaxNode unwrappedPython(SyntaxNode expression)
{
    while (expression.is("parenthesized_expression") || expression.is("await")) {
        const auto children = expression.namedChildren();
        if (children.size() != 1)
            return expression;
        expression = children.front();
    }
    return expression;
}

PythonChain pythonChain(const SyntaxNode &expression)
{
    std::vector<std::string> members;
    auto node = unwrappedPython(expression);
    for (auto member = memberOf(node); member; member = memberOf(node)) {
        members.push_back(std::move(*member));
        node = unwrappedPython(node.child(node.is("attribute") ? "object" : "value"));
    }
    PythonChain chain;
    if (node.is("identifier") && isReserved(node.text()))
        return chain;
    if (node.is("identifier"))
        chain.path = node.text();
    else
        chain.base = node;
    for (const auto &member : std::views::reverse(members))
        chain.path += '.' + member;
    return chain;
}

std::string pythonCallee(SyntaxNode expression)
{
    for (;;) {
        if (expression.is("subscript"))
            expression = expression.child("value");
        else if (expression.is("call"))
            expression = expression.child("function");
        else
            return pythonChain(expression).path;
    }
}

std::string pythonCode(const SyntaxNode &expression)
{
    const auto text = expression.text().substr(0, 4 * longestCode);
    std::string code;
    for (const char letter : text) {
        const auto isSpace = letter == ' ' || letter == '\n' || letter == '\r' || letter == '\t' || letter == '\f';
        if (!isSpace)
            code.push_back(letter);
        else if (!code.empty() && code.back() != ' ')
            code.push_back(' ');
        if (code.size() == longestCode)
            return code;
    }
    return code;
}

} // namespace Decayscope
