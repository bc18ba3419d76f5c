// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "javascripttakers.h"

namespace Decayscope {

namespace {

using Kind = JavaScriptKind;
using Field = JavaScriptField;

constexpr int mostSteps = 16;

bool isWrapper(Kind kind)
{
    return kind == Kind::Parenthesized || kind == Kind::Await || kind == Kind::As || kind == Kind::NonNull
        || kind == Kind::TypeAssertion;
}

std::string lastMember(std::string_view dotted)
{
    return std::string(dotted.substr(dotted.rfind('.') + 1));
}

bool isModule(std::string_view target)
{
    return target == "module.exports" || target == "exports";
}

} // namespace

int JavaScriptTakers::outermost(int node) const
{
    for (int step = 0; step < mostSteps; ++step) {
        const int wrapper = m_tree->parent(node);
        const auto isType = m_tree->kind(wrapper) == Kind::As && m_tree->firstChild(wrapper) != node;
        if (!isWrapper(m_tree->kind(wrapper)) || isType)
            break;
        node = wrapper;
    }
    return node;
}

std::string JavaScriptTakers::targetOf(int node) const
{
    node = outermost(node);
    for (int step = 0; step < mostSteps; ++step) {
        const auto kind = m_tree->kind(m_tree->parent(node));
        const auto isChoice
            = kind == Kind::Binary || (kind == Kind::Ternary && m_tree->at(node).field != Field::Condition);
        if (!isChoice)
            break;
        node = outermost(m_tree->parent(node));
    }
    const auto field = m_tree->at(node).field;
    const auto isTaken
        = field == Field::Value || field == Field::Right || m_tree->kind(m_tree->parent(node)) == Kind::ExportStatement;
    return isTaken ? targetOfTaker(m_tree->parent(node)) : std::string();
}

std::string JavaScriptTakers::targetOfTaker(int taker) const
{
    switch (m_tree->kind(taker)) {
    case Kind::Declarator: {
        const int name = m_tree->child(taker, Field::Name);
        return m_tree->kind(name) == Kind::Identifier ? std::string(m_tree->text(name)) : std::string();
    }
    case Kind::Assignment:
    case Kind::AugmentedAssignment: {
        auto chain = m_values->chainOf(m_tree->child(taker, Field::Left));
        return chain.start < 0 ? chain.text : std::string();
    }
    case Kind::Field:
        return m_values->keyOf(taker);
    case Kind::ExportStatement:
        return "module.exports";
    default:
        return {};
    }
}

std::string JavaScriptTakers::nameOf(int node) const
{
    const int name = m_tree->child(node, Field::Name);
    if (name >= 0)
        return m_values->keyOf(node);
    node = outermost(node);
    const int parent = m_tree->parent(node);
    if (m_tree->kind(parent) == Kind::Pair && m_tree->at(node).field == Field::Value)
        return m_values->keyOf(parent);
    const auto target = m_tree->at(node).field == Field::None ? std::string() : targetOfTaker(parent);
    return isModule(target) ? std::string() : lastMember(target);
}

bool JavaScriptTakers::isDefaultExport(int node) const
{
    const int outer = outermost(node);
    const int parent = m_tree->parent(outer);
    if (m_tree->kind(parent) == Kind::ExportStatement)
        return m_tree->child(parent, Kind::DefaultWord) >= 0 || m_tree->child(parent, Kind::EqualsSign) >= 0;
    return m_tree->kind(parent) == Kind::Assignment && isModule(targetOfTaker(parent));
}

} // namespace Decayscope
