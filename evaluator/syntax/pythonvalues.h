// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "factbudget.h"
#include "syntaxtree.h"

namespace Decayscope {

/// Turns expressions of one Python file into values: what literals, names, calls and their combinations say. What is
/// nested deeper than deepestValue, or beyond the budget, is Unknown.
class PythonValues
{
public:
    explicit PythonValues(FactBudget *budget)
        : m_budget(budget)
    { }

    [[nodiscard]] SourceValue valueOf(const SyntaxNode &expression);

    /// Of kind Call: callee and arguments, without what stands before it in a chain.
    [[nodiscard]] SourceValue callOf(const SyntaxNode &call);

    static constexpr int deepestValue = 24;

private:
    using Maker = SourceValue (PythonValues::*)(const SyntaxNode &);
    [[nodiscard]] static Maker makerFor(std::string_view type);

    [[nodiscard]] SourceValue made(SourceValueKind kind, const SyntaxNode &node, std::string_view text = {});
    [[nodiscard]] SourceValue chainValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue callValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue stringValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue numberValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue trueValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue falseValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue noneValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue signedValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue innerValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue walrusValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue binaryValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue joinedValue(const SyntaxNode &node, std::string_view sign);
    [[nodiscard]] SourceValue percentValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue booleanValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue conditionalValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue listValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue splatListValue(const SyntaxNode &node);
    [[nodiscard]] SourceValue mapValue(const SyntaxNode &node);

    /// Adds what a call or a chain is asked of as the entry "."; false where nothing is known of it.
    bool addReceiver(SourceValue *value, const SyntaxNode &base);
    void addArgument(SourceValue *call, const SyntaxNode &argument);
    void addEntry(SourceValue *map, std::string key, const SyntaxNode &value);

    FactBudget *m_budget;
    int m_depth = 0;
};

} // namespace Decayscope
