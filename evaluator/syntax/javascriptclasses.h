// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "javascripttakers.h"

#include <unordered_map>

namespace Decayscope {

/// Describes classes and functions. Interfaces and object types are classes with fields and without methods: they
/// declare data.
class JavaScriptClasses
{
public:
    JavaScriptClasses(const JavaScriptTree &tree, const JavaScriptValues &values, const JavaScriptTakers &takers)
        : m_tree(&tree)
        , m_values(&values)
        , m_takers(&takers)
    { }

    [[nodiscard]] ClassFact classOf(int node) const; ///< Of a class, an interface or a type alias.
    [[nodiscard]] FunctionFact functionOf(int node) const; ///< Without its name.

    /// To be told of each decorator, in order, before what it decorates is described.
    void noteDecorator(int decorator);
    [[nodiscard]] std::string decoratedName(int decorator); ///< Of a decorator that was noted.

private:
    /// What decorators stand before: a class, method, field or parameter.
    struct Decorated
    {
        std::string name;
        std::vector<std::string> decorators;
    };

    [[nodiscard]] int decoratedBy(int decorator);
    [[nodiscard]] std::vector<std::string> basesOf(int node) const;
    [[nodiscard]] std::string baseOf(int expression) const;
    [[nodiscard]] std::vector<std::string> decoratorsOf(int node) const;
    [[nodiscard]] std::string decoratorName(int decorator) const;
    void addMember(int member, ClassFact *fact) const;
    void addParameterFields(int method, ClassFact *fact) const;
    [[nodiscard]] std::string parameterName(int parameter) const;
    [[nodiscard]] std::string parameterType(int parameter) const;
    [[nodiscard]] SourceValue parameterDefault(int parameter) const;

    const JavaScriptTree *m_tree;
    const JavaScriptValues *m_values;
    const JavaScriptTakers *m_takers;
    std::unordered_map<int, Decorated> m_decorated;
    std::unordered_map<int, int> m_exported; ///< What is exported by the statements with decorators.
};

/// Functions of any form.
[[nodiscard]] bool isJavaScriptFunction(JavaScriptKind kind);

} // namespace Decayscope
