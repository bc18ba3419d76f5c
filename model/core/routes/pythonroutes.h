// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "evaluator.h"

namespace Decayscope {

/// Hears what a Python project declares on the routers of Flask, FastAPI and aiohttp.
class PythonRoutes : public CallListener
{
public:
    explicit PythonRoutes(Evaluator &evaluator);

    void methodCalled(const Value &base, const QString &name, CallSite site) override;
    void called(const Value & /*callee*/, CallSite /*site*/) override { }

private:
    /// The arguments of a call by place and by name.
    struct Call
    {
        CallSite site;
        std::vector<Argument> plain;
        std::vector<Argument> named;

        /// By its name, or by its place among those without; null where it is not given.
        [[nodiscard]] const Argument *argument(QStringView name, std::size_t place) const;
    };

    [[nodiscard]] Call callAt(CallSite site) const;
    void decorate(qint32 router, const QString &name, const Call &call, const Value &target, const QString &path);
    void declareCall(const Value &base, const QString &name, const Call &call);
    void mountChild(qint32 parent, const QString &name, const Call &call);
    void addHandler(
        qint32 router, const Call &call, const QStringList &methods, const Argument *path, const Argument *handler);
    void addAt(
        qint32 router, const Call &call, const QStringList &methods, const QString &path, const Argument &handler);
    void addTable(qint32 router, const Call &call);
    void addTarget(qint32 router, CallSite site, const QStringList &methods, const QString &path, const Value &target);
    void addClass(qint32 router, CallSite site, const QString &path, const Value &classValue);
    [[nodiscard]] std::optional<QString> textOf(const Call &call, const Argument *argument);
    [[nodiscard]] QStringList methodsOf(const Call &call, const Argument *argument, const QStringList &otherwise);

    Evaluator &m_evaluator;
    QHash<quint64, Value> m_decorated; ///< By the first token of the decorator.
};

} // namespace Decayscope
