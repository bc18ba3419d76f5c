// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascriptlimits.h"
#include "javascripttree.h"

namespace Decayscope {

/// A name with its members, or members of an expression that has no name.
struct MemberChain
{
    std::string text; ///< Dotted; begins with a dot, or is empty, where `start` is set. "*" is a computed member.
    int start = -1; ///< The call or other expression whose members these are.
};

/// Reads expressions as values.
class JavaScriptValues
{
public:
    JavaScriptValues(const JavaScriptTree &tree, JavaScriptLimits &limits)
        : m_tree(&tree)
        , m_limits(&limits)
    { }

    [[nodiscard]] SourceValue valueOf(int node) const { return valueOf(node, 0); }
    [[nodiscard]] MemberChain chainOf(int node) const;

    /// What is called by a call, a `new` or a tagged template.
    [[nodiscard]] MemberChain calleeOf(int call) const;

    /// The callee of a chain's start: "f" of `f(x).g`; `require("x")` and `import("x")` with their module.
    [[nodiscard]] std::string nameOfStart(const MemberChain &chain) const;

    [[nodiscard]] SourceValue callValue(int call, const MemberChain &callee) const { return callOf(call, callee, 0); }

    /// What a target is after `target += value`; other signs' results are not followed.
    [[nodiscard]] SourceValue augmented(int assignment, std::string_view target, SourceValue value) const;

    /// The module of a `require("x")` or `import("x")`; null where a node is none with a literal.
    [[nodiscard]] std::optional<std::string> requiredModule(int call) const;

    /// The content of a string, or of a template that nothing is put into.
    [[nodiscard]] std::optional<std::string> literalText(int node) const;

    /// A template's text with {} for what is put in, any string's text.
    [[nodiscard]] std::string textWithGaps(int node) const;

    /// A required module or a member of one.
    [[nodiscard]] bool isImport(int node) const;

    [[nodiscard]] std::string keyOf(int node) const; ///< Of a member, pair, field or method; empty if computed.
    [[nodiscard]] std::string codeOf(int node) const; ///< As one line of at most 160 bytes, without outer parentheses.
    [[nodiscard]] int unwrapped(int node) const; ///< Without parentheses, await, casts; what an assignment assigns.

private:
    [[nodiscard]] SourceValue valueOf(int node, int depth) const;
    [[nodiscard]] std::vector<SourceValue> valuesOf(const std::vector<int> &nodes, int depth) const;
    void fillIn(SourceValue *value, int node, int depth) const;
    [[nodiscard]] SourceValue nameOf(const MemberChain &chain, int depth) const;
    bool addReceiver(SourceValue *value, const MemberChain &chain, int depth) const;
    [[nodiscard]] SourceValue callOf(int call, const MemberChain &callee, int depth) const;
    [[nodiscard]] SourceValue templateOf(int node, int depth) const;
    [[nodiscard]] SourceValue binaryOf(int node, int depth) const;
    [[nodiscard]] SourceValue unaryOf(int node, int depth) const;
    [[nodiscard]] SourceValue mapOf(int node, int depth) const;
    [[nodiscard]] int innerOf(int node) const;

    const JavaScriptTree *m_tree;
    JavaScriptLimits *m_limits;
};

} // namespace Decayscope
