// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "project.h"
#include "routergraph.h"

#include <QSet>

namespace Decayscope {

/// Hears of the calls along an expression.
class CallListener
{
public:
    CallListener() = default;
    CallListener(const CallListener &) = delete;
    CallListener &operator=(const CallListener &) = delete;
    virtual ~CallListener() = default;

    /// `base.name(…)`.
    virtual void methodCalled(const Value &base, const QString &name, CallSite site) = 0;
    /// `callee(…)` or `new callee(…)`, with what was called.
    virtual void called(const Value &callee, CallSite site) = 0;
};

/// Says what expressions of a project are, as far as it can be told without running them. Every answer is bounded in
/// depth and all answers together in effort: beyond that nothing is known.
class Evaluator
{
public:
    Evaluator(const Project &project, RouterGraph &graph);

    [[nodiscard]] const Project &project() const { return m_project; }
    [[nodiscard]] RouterGraph &graph() { return m_graph; }

    /// The expression between two tokens.
    [[nodiscard]] Value valueOf(qint32 file, qint32 begin, qint32 end);
    [[nodiscard]] Value valueOf(qint32 file, const Argument &argument);
    /// Walks along the calls that begin at a token.
    void walk(qint32 file, qint32 begin, CallListener &listener);
    [[nodiscard]] Value member(const Value &base, const QString &name);
    [[nodiscard]] Value nameAt(qint32 file, const QString &name, qint32 token);
    [[nodiscard]] std::vector<Argument> argumentsOf(qint32 file, qint32 open) const;
    /// The text an argument says, if it is known.
    [[nodiscard]] std::optional<QString> textOf(qint32 file, const Argument &argument);

    /// Remembers where a function is called, so that its parameters can be known.
    void addCallSite(const Value &function, CallSite site);
    [[nodiscard]] const std::vector<CallSite> &callSitesOf(qint32 file, qint32 function) const;
    /// What all known callers pass for a parameter; nothing where they differ.
    [[nodiscard]] Value passedFor(const Value &parameter);
    /// What a value is once its parameter, if it is one, is known.
    [[nodiscard]] Value settled(const Value &value)
    {
        return value.is(Value::Kind::Parameter) ? passedFor(value) : value;
    }
    [[nodiscard]] Value passedAt(const Value &parameter, CallSite site);
    /// The router that a value is, or that a parameter will be; -1 for anything else.
    [[nodiscard]] qint32 routerOf(const Value &value);
    [[nodiscard]] qint32 routerOfParameter(qint32 file, qint32 function, qint32 number, const QString &property = {});
    [[nodiscard]] const std::vector<Value> &routerParameters() const { return m_routerParameters; }

    /// A function or class of the project's.
    [[nodiscard]] const CodeFunction &functionOf(const Value &value) const;
    [[nodiscard]] const CodeClass &classOf(const Value &value) const;
    /// The classes a class is derived from, itself first, as far as they are the project's.
    [[nodiscard]] std::vector<Value> lineageOf(const Value &classValue);

private:
    friend class ExpressionReader;

    /// Counts how deep answers rest on each other, and what has been spent.
    class Step;
    [[nodiscard]] bool spend();
    [[nodiscard]] bool hasEffortLeft() const;

    [[nodiscard]] Value valueOfBinding(qint32 file, const Binding &binding);
    [[nodiscard]] Value imported(qint32 file, const QString &module, const QString &name);
    [[nodiscard]] Value exportOf(qint32 file, const QString &name);
    [[nodiscard]] Value moduleValue(qint32 file);
    [[nodiscard]] Value property(const Value &object, const QString &name);
    [[nodiscard]] Value classMember(const Value &classValue, const QString &name);
    [[nodiscard]] Value returnedBy(const Value &function);
    [[nodiscard]] Value made(const Value &callee, CallSite site);
    [[nodiscard]] Value madeRouter(const QString &external, CallSite site);
    [[nodiscard]] std::optional<QString> prefixIn(CallSite site, QStringView key);

    const Project &m_project;
    RouterGraph &m_graph;
    QHash<quint64, Value> m_known; ///< By file and first token.
    QSet<quint64> m_inProgress;
    QHash<quint64, std::vector<CallSite>> m_callSites;
    std::vector<Value> m_routerParameters;
    QSet<QString> m_knownParameters;
    int m_depth = 0;
    qint64 m_effort = 0;
};

/// A key of a place in the code.
[[nodiscard]] constexpr quint64 placeKey(qint32 file, qint32 index)
{
    return (static_cast<quint64>(static_cast<quint32>(file)) << 32U) | static_cast<quint32>(index);
}

} // namespace Decayscope
