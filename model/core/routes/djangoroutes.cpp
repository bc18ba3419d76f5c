// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "djangoroutes.h"

#include "handlers.h"
#include "httpmethods.h"
#include "pathpattern.h"

#include <algorithm>

namespace Decayscope {

namespace {

using Kind = Value::Kind;
constexpr int deepestList = 4;
constexpr int deepestWrapping = 6;

class DjangoReader
{
public:
    explicit DjangoReader(Evaluator &evaluator)
        : m_evaluator(evaluator)
    { }

    void read()
    {
        for (qint32 file = 0; file < m_evaluator.project().count(); ++file) {
            const auto &code = m_evaluator.project().file(file);
            if (code.isPython && code.functions.front().names.contains(QStringLiteral("urlpatterns")))
                readFile(file);
        }
        for (const auto file : rootFiles()) {
            auto &router = m_evaluator.graph().router(routerOf(file));
            router.isApplication = !router.isMounted;
        }
    }

private:
    /// `urlpatterns = […]`, `urlpatterns += […]`, wherever they stand in the file.
    void readFile(qint32 file)
    {
        const auto &code = m_evaluator.project().file(file);
        for (qint32 i = 0; i < code.count(); ++i) {
            if (!code.is(i, u"urlpatterns") || !(code.is(i + 1, u"=") || code.is(i + 1, u"+=") || code.is(i + 1, u":")))
                continue;
            auto begin = i + 1;
            while (begin < code.count() && !code.is(begin, u"=") && !code.is(begin, u"+="))
                ++begin;
            const auto end = code.expressionEnd(begin + 1, code.count());
            for (auto at = begin + 1; at < end; ++at) {
                if (!code.is(at, u"["))
                    continue;
                readList(file, at, routerOf(file), {}, 0);
                at = code.closerOf(at);
            }
        }
    }

    [[nodiscard]] qint32 routerOf(qint32 file)
    {
        const auto key = QStringLiteral("django %1").arg(file);
        return m_evaluator.graph().routerAt(key, {.framework = Framework::Django});
    }

    /// The files of patterns that settings name, or that nobody includes where none is named.
    [[nodiscard]] std::vector<qint32> rootFiles()
    {
        std::vector<qint32> roots;
        std::vector<qint32> others;
        for (qint32 file = 0; file < m_evaluator.project().count(); ++file) {
            const auto &code = m_evaluator.project().file(file);
            const auto &names = code.functions.front().names;
            if (!code.isPython)
                continue;
            if (names.contains(QStringLiteral("urlpatterns")) && !m_evaluator.graph().router(routerOf(file)).isMounted)
                others.push_back(file);
            const auto setting = names.constFind(QStringLiteral("ROOT_URLCONF"));
            if (setting == names.constEnd())
                continue;
            const auto module = m_evaluator.valueOf(file, setting->value.begin, setting->value.end);
            const auto root = module.is(Kind::Text) ? m_evaluator.project().moduleOf(file, module.text) : -1;
            if (root >= 0)
                roots.push_back(root);
        }
        return !roots.empty() ? roots : others.size() == 1 ? others : std::vector<qint32>();
    }

    void readList(qint32 file, qint32 open, qint32 router, const QString &prefix, int depth)
    {
        const auto &code = m_evaluator.project().file(file);
        for (const auto &item : m_evaluator.argumentsOf(file, open)) {
            if (item.isSpread && depth < deepestList) {
                const auto list = m_evaluator.valueOf(file, item);
                if (list.is(Kind::Array))
                    readList(list.file, list.index, router, prefix, depth + 1);
                continue;
            }
            const auto call = code.is(item.end - 1, u")") ? code.partners[static_cast<std::size_t>(item.end - 1)] : -1;
            const auto name = code.at(call - 1);
            if (call > item.begin && (name == u"path" || name == u"re_path" || name == u"url"))
                readPath(file, call, router, prefix, name != u"path", depth);
        }
    }

    void readPath(qint32 file, qint32 open, qint32 router, const QString &prefix, bool isRegex, int depth)
    {
        const auto arguments = m_evaluator.argumentsOf(file, open);
        if (arguments.size() < 2)
            return;
        const auto text = m_evaluator.textOf(file, arguments.front());
        const auto &code = m_evaluator.project().file(file);
        const auto &view = arguments.at(1);
        const auto last = view.end - 1;
        const auto call = code.is(last, u")") ? code.partners[static_cast<std::size_t>(last)] : -1;
        const auto path = !text ? std::nullopt : std::optional(isRegex ? pathOfRegex(*text) : *text);
        if (call > view.begin && code.is(call - 1, u"include"))
            include(file, call, router, path ? std::optional(prefix + *path) : std::nullopt, depth);
        else if (path)
            addView(file, open, router, joinedPath(prefix, *path), view);
    }

    /// `include('app.urls')`, `include(module)`, `include([…])`, each perhaps in a tuple with a name.
    void include(qint32 file, qint32 open, qint32 router, const std::optional<QString> &prefix, int depth)
    {
        const auto &code = m_evaluator.project().file(file);
        auto arguments = m_evaluator.argumentsOf(file, open);
        if (!arguments.empty() && code.is(arguments.front().begin, u"("))
            arguments = m_evaluator.argumentsOf(file, arguments.front().begin);
        if (arguments.empty())
            return;
        const auto target = m_evaluator.valueOf(file, arguments.front());
        if (target.is(Kind::Array) && depth < deepestList && prefix) {
            readList(target.file, target.index, router, *prefix + u'/', depth + 1);
            return;
        }
        const auto module = target.is(Kind::Module) ? target.file
            : target.is(Kind::Text)                 ? m_evaluator.project().moduleOf(file, target.text)
                                                    : -1;
        if (module >= 0)
            m_evaluator.graph().mount(router, routerOf(module), {file, open, open}, prefix);
    }

    void addView(qint32 file, qint32 open, qint32 router, const QString &path, Argument view, int depth = 0)
    {
        const auto &code = m_evaluator.project().file(file);
        const auto last = view.end - 1;
        const auto call = code.is(last, u")") ? code.partners[static_cast<std::size_t>(last)] : -1;
        const bool isCall = call > view.begin;
        if (isCall && code.is(call - 1, u"as_view") && code.is(call - 2, u".")) {
            const auto found = m_evaluator.valueOf(file, view.begin, call - 2);
            if (found.is(Kind::Class))
                addClass(file, open, router, path, found, call);
            return;
        }
        const auto arguments = isCall ? m_evaluator.argumentsOf(file, call) : std::vector<Argument>();
        if (!arguments.empty() && depth < deepestWrapping) { // csrf_exempt(view)
            addView(file, open, router, path, arguments.back(), depth + 1);
            return;
        }
        const auto function = m_evaluator.valueOf(file, view);
        if (function.is(Kind::Function)) {
            for (const auto &method : methodsOf(function))
                add(file, open, router, path, method, function);
        }
    }

    /// A class of views; sets of views say which method answers what: `as_view({'get': 'list'})`.
    void addClass(qint32 file, qint32 open, qint32 router, const QString &path, const Value &found, qint32 call)
    {
        const auto arguments = m_evaluator.argumentsOf(file, call);
        const auto actions = arguments.empty() ? Value() : m_evaluator.valueOf(file, arguments.front());
        if (actions.is(Kind::Object)) {
            addActions(file, open, router, path, found, actions);
            return;
        }
        const auto methods = httpMethodsOf(m_evaluator, found);
        for (const auto &[method, function] : methods)
            add(file, open, router, path, method, function);
        if (methods.empty())
            add(file, open, router, path, QStringLiteral("*"), found);
    }

    void addActions(
        qint32 file, qint32 open, qint32 router, const QString &path, const Value &found, const Value &actions)
    {
        for (const auto *verb : {"get", "post", "put", "patch", "delete"}) {
            const auto name = QString::fromLatin1(verb);
            const auto action = m_evaluator.member(actions, name);
            if (!action.is(Kind::Text))
                continue;
            const auto function = m_evaluator.member(found, action.text);
            add(file, open, router, path, name.toUpper(), function.is(Kind::Function) ? function : found);
        }
    }

    /// The methods a function's decorators let through; any where they do not say.
    [[nodiscard]] QStringList methodsOf(const Value &function)
    {
        const auto &code = m_evaluator.project().file(function.file);
        for (const auto token : m_evaluator.functionOf(function).decorators) {
            const auto name = code.at(token);
            if (name == u"require_GET")
                return {QStringLiteral("GET")};
            if (name == u"require_POST")
                return {QStringLiteral("POST")};
            if ((name != u"api_view" && name != u"require_http_methods") || !code.is(token + 1, u"("))
                continue;
            QStringList methods;
            for (auto i = token + 2; i < std::min(code.closerOf(token + 1), token + 32); ++i) {
                if (code.isText(i))
                    methods.append(code.at(i).sliced(1).chopped(1).toString().toUpper());
            }
            if (!methods.isEmpty())
                return methods;
        }
        return {QStringLiteral("*")};
    }

    void add(qint32 file, qint32 open, qint32 router, const QString &path, const QString &method, const Value &target)
    {
        const auto &code = m_evaluator.project().file(file);
        m_evaluator.graph().addRoute(router, {file, open, open},
            {.method = method,
                .path = path,
                .file = code.path,
                .line = code.lineOf(open),
                .handler = placeOf(m_evaluator, target)});
    }

    Evaluator &m_evaluator;
};

} // namespace

void readDjangoRoutes(Evaluator &evaluator)
{
    DjangoReader(evaluator).read();
}

} // namespace Decayscope
