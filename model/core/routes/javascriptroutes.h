// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Hears what a JavaScript project declares on the routers of Express, Koa, Fastify and Hono.
class JavaScriptRoutes : public CallListener
{
public:
    explicit JavaScriptRoutes(Evaluator &evaluator)
        : m_evaluator(evaluator)
    { }

    void methodCalled(const Value &base, const QString &name, CallSite site) override;
    void called(const Value &callee, CallSite site) override;

private:
    void declareVerb(const Value &base, const QString &method, CallSite site);
    void declareOn(const Value &base, CallSite site);
    void declareFromObject(const Value &base, CallSite site, const Argument &object);
    void declareOpenApi(const Value &base, CallSite site);
    void use(const Value &base, CallSite site);
    void mountArgument(
        qint32 parent, CallSite site, const Argument &argument, const std::optional<QString> &prefix, int depth);
    void registerPlugin(const Value &base, CallSite site);
    void mountUnder(const Value &base, CallSite site);
    void add(qint32 router, CallSite site, const QString &method, const QString &path, const Argument &handler);
    [[nodiscard]] Value propertyOf(const Value &object, QStringView name, Argument &argument);
    [[nodiscard]] QStringList textsOf(qint32 file, const Argument &argument);
    [[nodiscard]] qint32 routerFor(const Value &base, CallSite site);

    Evaluator &m_evaluator;
    qint32 m_lastRouter = -1; ///< Of a chain of calls, whose path may be left out in the next one.
    qint32 m_lastStart = -1;
    QStringList m_lastPaths;
};

} // namespace Decayscope
