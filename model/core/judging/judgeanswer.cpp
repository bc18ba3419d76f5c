// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "judgeanswer.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

/// Braces in prose are few; a text of nothing but braces is none.
constexpr int mostObjects = 100;
constexpr qsizetype quoted = 60;

std::unexpected<Error> invalidAnswer(const QString &reason)
{
    return failure(ErrorKind::InvalidInput, reason);
}

/// Where the object that begins at a brace ends; −1 where it does not.
qsizetype objectEnd(QStringView text, qsizetype from)
{
    int depth = 0;
    bool inText = false;
    for (auto at = from; at < text.size(); ++at) {
        const auto c = text.at(at);
        if (inText && c == u'\\')
            ++at;
        else if (c == u'"')
            inText = !inText;
        else if (!inText && c == u'{')
            ++depth;
        else if (!inText && c == u'}' && --depth == 0)
            return at + 1;
    }
    return -1;
}

/// The objects of a text that name a category, outermost ones alone.
QList<QJsonObject> categoryObjects(QStringView text)
{
    QList<QJsonObject> objects;
    auto from = text.indexOf(u'{');
    for (int tries = 0; from >= 0 && tries < mostObjects; ++tries) {
        const auto end = objectEnd(text, from);
        const auto json = end < 0 ? QJsonDocument() : QJsonDocument::fromJson(text.sliced(from, end - from).toUtf8());
        if (json.isObject() && json.object().contains("category"_L1))
            objects.append(json.object());
        from = text.indexOf(u'{', json.isObject() ? end : from + 1);
    }
    return objects;
}

QString plainName(const QString &name)
{
    auto plain = name.trimmed().toLower();
    plain.replace(u' ', u'_').replace(u'-', u'_');
    return plain;
}

const Code *offeredCode(const QString &category, std::span<const Code *const> offered)
{
    const auto name = plainName(category);
    const auto found = std::ranges::find_if(
        offered, [&](const Code *code) { return plainName(code->name) == name || plainName(code->id) == name; });
    return found == offered.end() ? nullptr : *found;
}

Result<JudgeAnswer> answerOf(const QJsonObject &object, std::span<const Code *const> offered)
{
    const auto category = object.value("category"_L1);
    const auto reasoning = object.value("reasoning"_L1).toString().trimmed();
    if (!category.isString())
        return invalidAnswer(u"The category is no text."_s);
    const auto *code = offeredCode(category.toString(), offered);
    if (!code)
        return invalidAnswer(
            u"\"" % category.toString().first(std::min(category.toString().size(), quoted)) % u"\" was not offered.");
    if (reasoning.isEmpty())
        return invalidAnswer(u"There is no reasoning."_s);
    return JudgeAnswer{.code = code->id, .reasoning = reasoning.first(std::min(reasoning.size(), judgeReasoningKept))};
}

} // namespace

Result<JudgeAnswer> readJudgeAnswer(const QString &text, std::span<const Code *const> offered)
{
    if (text.size() > longestJudgeAnswer)
        return invalidAnswer(u"The answer has " % QString::number(text.size()) % u" characters, more than "
            % QString::number(longestJudgeAnswer) % u'.');
    const auto objects = categoryObjects(text);
    if (objects.isEmpty())
        return invalidAnswer(text.trimmed().isEmpty() ? u"The answer is empty."_s
                                                      : u"There is no JSON object with a category in the answer."_s);
    auto answer = answerOf(objects.last(), offered);
    const auto differs = [&](const QJsonObject &other) {
        return plainName(other.value("category"_L1).toString())
            != plainName(objects.last().value("category"_L1).toString());
    };
    if (answer && std::ranges::any_of(objects, differs))
        return invalidAnswer(u"The answer names several categories."_s);
    return answer;
}

} // namespace Decayscope
