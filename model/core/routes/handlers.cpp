// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handlers.h"

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr int deepestWrapping = 6;
constexpr qint32 longestName = 12; ///< Tokens.

constexpr std::array<QStringView, 9> statementWords{
    u"if", u"for", u"while", u"switch", u"catch", u"return", u"function", u"def", u"class"};

/// "articleController.create", or "create" where only the last part matters; empty for anything but a name.
QString writtenName(const CodeFile &code, const Argument &argument, bool whole)
{
    QString name;
    const auto limit = std::min(argument.end, argument.begin + longestName);
    for (auto i = argument.begin; i < limit && code.isWord(i) && !code.is(i, u"bind"); i += 2) {
        const QString joint = whole && !name.isEmpty() ? QStringLiteral(".") : QString();
        name = (whole ? name : QString()) + joint + code.at(i);
        if (!code.is(i + 1, u".") && !code.is(i + 1, u"?."))
            return code.is(i + 1, u"(") || i + 1 >= argument.end ? name : QString();
    }
    return name;
}

/// The opening bracket of the call that an expression is; -1 where it is none.
qint32 callOf(const CodeFile &code, const Argument &argument)
{
    const auto last = argument.end - 1;
    if (!code.is(last, u")"))
        return -1;
    const auto open = code.partners[static_cast<std::size_t>(last)];
    return open > argument.begin ? open : -1;
}

HandlerPlace handlerAt(Evaluator &evaluator, qint32 file, const Argument &argument, int depth);

/// A wrapper such as `asyncHandler(fn)`: the last of its arguments that is a function.
HandlerPlace wrappedHandler(Evaluator &evaluator, qint32 file, qint32 open, int depth)
{
    const auto arguments = evaluator.argumentsOf(file, open);
    for (auto i = arguments.size(); i-- > 0;) {
        auto place = handlerAt(evaluator, file, arguments[i], depth + 1);
        if (!place.file.isEmpty())
            return place;
    }
    return {};
}

HandlerPlace handlerAt(Evaluator &evaluator, qint32 file, const Argument &argument, int depth)
{
    const auto &code = evaluator.project().file(file);
    if (depth > deepestWrapping || argument.begin >= argument.end)
        return {};
    if (const auto inPlace = code.functionAt.constFind(argument.begin); inPlace != code.functionAt.constEnd())
        return placeOf(evaluator, {.kind = Value::Kind::Function, .file = file, .index = *inPlace});
    if (code.is(argument.begin, u"[") && code.closerOf(argument.begin) == argument.end - 1) {
        const auto items = evaluator.argumentsOf(file, argument.begin);
        return items.empty() ? HandlerPlace() : handlerAt(evaluator, file, items.back(), depth + 1);
    }
    const auto name = writtenName(code, argument, false);
    const auto open = callOf(code, argument);
    const bool isBound = open >= 2 && code.is(open - 1, u"bind");
    if (open >= 0 && !isBound) {
        auto place = wrappedHandler(evaluator, file, open, depth);
        if (!place.file.isEmpty())
            return place;
    }
    auto place = placeOf(evaluator, evaluator.settled(evaluator.valueOf(file, argument)), name);
    if (place.file.isEmpty())
        place.name = writtenName(code, argument, true);
    return place;
}

/// Collects the places where the project calls its own functions.
class CallCollector : public CallListener
{
public:
    explicit CallCollector(Evaluator &evaluator)
        : m_evaluator(evaluator)
    { }

    void methodCalled(const Value & /*base*/, const QString & /*name*/, CallSite /*site*/) override { }

    void called(const Value &callee, CallSite site) override
    {
        using Kind = Value::Kind;
        if (callee.is(Kind::Function)) {
            m_evaluator.addCallSite(callee, site);
        } else if (callee.is(Kind::Module)) {
            const auto function = m_evaluator.member(callee, QStringLiteral("default"));
            if (!function.is(Kind::Module))
                called(function, site);
        } else if (callee.is(Kind::Class)) {
            const bool isPython = m_evaluator.project().file(callee.file).isPython;
            const auto name = isPython ? QStringLiteral("__init__") : QStringLiteral("constructor");
            const auto constructor = m_evaluator.member(callee, name);
            if (constructor.is(Kind::Function))
                m_evaluator.addCallSite(constructor, site);
        }
    }

private:
    Evaluator &m_evaluator;
};

bool startsCall(const CodeFile &code, qint32 i)
{
    if (!code.isWord(i) || code.is(i - 1, u".") || code.is(i - 1, u"?.") || code.is(i - 1, u"new")
        || code.is(i - 1, u"function") || code.is(i - 1, u"def") || code.is(i - 1, u"class")
        || code.functionAt.contains(i))
        return false;
    if (code.is(i, u"new"))
        return !code.isPython;
    const bool goesOn = code.is(i + 1, u".") || code.is(i + 1, u"?.") || code.is(i + 1, u"(") || code.is(i + 1, u"<");
    return goesOn && std::ranges::find(statementWords, code.at(i)) == statementWords.end();
}

} // namespace

HandlerPlace placeOf(Evaluator &evaluator, const Value &value, const QString &writtenName)
{
    using Kind = Value::Kind;
    if (value.is(Kind::Function)) {
        const auto &function = evaluator.functionOf(value);
        const auto &name = function.name.isEmpty() ? writtenName : function.name;
        return {evaluator.project().file(value.file).path, function.line, name};
    }
    if (value.is(Kind::Class)) {
        const auto &found = evaluator.classOf(value);
        return {evaluator.project().file(value.file).path, found.line, found.name};
    }
    return {};
}

HandlerPlace handlerOf(Evaluator &evaluator, qint32 file, const Argument &argument)
{
    return handlerAt(evaluator, file, argument, 0);
}

bool isFunctionLike(Evaluator &evaluator, qint32 file, const Argument &argument)
{
    return !handlerAt(evaluator, file, argument, 0).file.isEmpty();
}

void walkCalls(Evaluator &evaluator, qint32 file, CallListener &listener)
{
    const auto &code = evaluator.project().file(file);
    for (qint32 i = 0; i < code.count(); ++i) {
        if (startsCall(code, i))
            evaluator.walk(file, i, listener);
    }
}

void collectCallSites(Evaluator &evaluator)
{
    CallCollector collector(evaluator);
    for (qint32 file = 0; file < evaluator.project().count(); ++file)
        walkCalls(evaluator, file, collector);
}

} // namespace Decayscope
