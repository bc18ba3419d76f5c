// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "postmanmeaning.h"
#include "postmanoperators.h"
#include "postmanstatements.h"

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

bool isVariableSetter(const QString &name)
{
    static const QStringList names{u"pm.globals.set"_s, u"pm.environment.set"_s, u"pm.collectionVariables.set"_s,
        u"pm.variables.set"_s, u"postman.setGlobalVariable"_s, u"postman.setEnvironmentVariable"_s};
    return names.contains(name);
}

bool isGlobalSetter(const QString &name)
{
    return name.contains(u"lobal");
}

} // namespace

PostmanReading<> PostmanStatements::assignment(const PostmanNode &target)
{
    auto given = value();
    if (!given)
        return std::unexpected(given.error());
    if (target.kind == PostmanNodeKind::Name) {
        if (m_otherwise == 0 && !m_names.assign(target.text, *given))
            m_names.declare(target.text, std::move(*given));
        return {};
    }
    const bool isTest = target.kind == PostmanNodeKind::Member && target.parts.front().kind == PostmanNodeKind::Name
        && target.parts.front().text == u"tests";
    if (!isTest)
        return postmanUnknown(target.line, u"an assignment to something else than a variable or test"_s);
    const auto name = postmanMeaning(target.parts.back(), m_names);
    if (!name || !name->literal.isString())
        return postmanUnknown(target.line, u"a test's name that is not written out"_s);
    return oldTest(name->literal.toString(), *given, target.line);
}

PostmanReading<> PostmanStatements::oldTest(const QString &name, const PostmanValue &given, int line)
{
    const auto question = postmanTruth(given, line);
    if (!question)
        return std::unexpected(question.error());
    if (m_otherwise > 0)
        return postmanRefusal(line, u"checks something only where a condition does not hold"_s);
    m_names.tests.insert(name, *question);
    return m_checks.set(name, question->conditions, line);
}

PostmanReading<> PostmanStatements::effect(const PostmanNode &node)
{
    const bool isCall = node.kind == PostmanNodeKind::Call;
    const auto what = isCall ? postmanMeaning(node.parts.front(), m_names) : PostmanReading<PostmanValue>();
    if (!what)
        return std::unexpected(what.error());
    if (what->isOutside(u"pm.test"))
        return test(node);
    if (what->kind == PostmanValueKind::Outside && isVariableSetter(what->text))
        return capture(node, what->text);
    const auto of = postmanMeaning(node, m_names);
    if (!of)
        return std::unexpected(of.error());
    if (of->kind == PostmanValueKind::Expectation)
        return expectation(*of, node.line);
    if (of->kind == PostmanValueKind::Outside)
        return postmanUnknown(node.line, of->text);
    return {}; // A value on its own, such as "use strict", does nothing.
}

PostmanReading<> PostmanStatements::expectation(const PostmanValue &chain, int line)
{
    if (chain.conditions.empty() || !chain.text.isEmpty())
        return postmanUnknown(line, u"an expectation that does not say what is expected"_s);
    if (!m_inTest)
        return postmanUnknown(line, u"pm.expect outside of a pm.test"_s);
    if (m_otherwise > 0)
        return postmanRefusal(line, u"checks something only where a condition does not hold"_s);
    for (const PostmanCondition &condition : chain.conditions) {
        if (PostmanReading<> added = m_checks.add(m_testName, {condition}, line); !added)
            return added;
    }
    return {};
}

PostmanReading<> PostmanStatements::test(const PostmanNode &node)
{
    if (m_inTest || node.parts.size() != 3 || node.parts.back().kind != PostmanNodeKind::Function)
        return postmanUnknown(node.line, u"pm.test in another way than pm.test(\"name\", function () { … })"_s);
    const PostmanNode &function = node.parts.back();
    const auto name = postmanMeaning(node.parts.at(1), m_names);
    if (!name || !name->literal.isString())
        return postmanUnknown(node.line, u"a test's name that is not written out"_s);
    if (!function.text.isEmpty())
        return postmanUnknown(node.line, u"a test with the parameter "_s + function.text);
    m_testName = name->literal.toString();
    const size_t before = m_checks.count();
    m_inTest = true;
    PostmanReading<> done = within(function.begin, function.end);
    m_inTest = false;
    return done ? m_checks.number(before, m_testName, node.line) : done;
}

PostmanReading<> PostmanStatements::capture(const PostmanNode &node, const QString &setter)
{
    if (node.parts.size() != 3)
        return postmanUnknown(node.line, setter + u" with other than two arguments");
    const auto name = postmanMeaning(node.parts.at(1), m_names);
    const auto from = name ? postmanMeaning(node.parts.at(2), m_names) : name;
    if (!from)
        return std::unexpected(from.error());
    const QString variable = name->literal.toString();
    if (variable.isEmpty() || from->kind != PostmanValueKind::Place || from->place.isEmpty())
        return postmanUnknown(node.line, setter + u" with something else than a value of the answer");
    if (isGlobalSetter(setter) && m_ownVariables.contains(variable))
        return postmanRefusal(
            node.line, u"sets the global variable %1, which the collection's own hides"_s.arg(variable));
    if (m_otherwise > 0)
        return postmanRefusal(node.line, u"sets %1 only where a condition does not hold"_s.arg(variable));
    m_checks.capture(variable, from->place.join(u'.'), m_guards > 0);
    return {};
}

} // namespace Decayscope
