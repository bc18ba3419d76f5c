// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "minitext.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

constexpr QLatin1StringView backticks{"```"};
constexpr QLatin1StringView closing{"\n```"};

struct Opening
{
    QLatin1StringView words;
    MiniAnswer kind;
};

constexpr std::array openings{
    Opening{QLatin1StringView("<returncode>"), MiniAnswer::Observation},
    Opening{QLatin1StringView("<output>"), MiniAnswer::Observation},
    Opening{QLatin1StringView("<warning>"), MiniAnswer::Observation},
    Opening{QLatin1StringView("Observation:"), MiniAnswer::Observation},
    Opening{QLatin1StringView("{\"returncode\""), MiniAnswer::Observation},
    Opening{QLatin1StringView("Please always provide EXACTLY ONE action"), MiniAnswer::Complaint},
    Opening{QLatin1StringView("Format error"), MiniAnswer::Complaint},
    Opening{QLatin1StringView("The last command <command>"), MiniAnswer::Complaint},
    Opening{QLatin1StringView("Interrupted by user"), MiniAnswer::Person},
    Opening{QLatin1StringView("Command not executed"), MiniAnswer::Person},
    Opening{QLatin1StringView("The user added a new task"), MiniAnswer::Person},
};

/// The next block from a place on; nothing at the end of the text.
std::optional<FencedBlock> nextBlock(QStringView text, const QString &mark, qsizetype from)
{
    for (;;) {
        const auto start = text.indexOf(mark, from);
        if (start < 0)
            return {};
        auto body = start + mark.size();
        auto end = body;
        while (end < text.size() && text[end].isSpace()) {
            if (text[end] == u'\n')
                body = end + 1;
            ++end;
        }
        from = start + mark.size();
        if (body == from) // no line feed behind the mark
            continue;
        const auto close = text.indexOf(closing, body);
        if (close < 0)
            return {};
        return FencedBlock{.start = start,
            .end = close + closing.size(),
            .body = text.sliced(body, close - body).trimmed().toString()};
    }
}

/// What stands between a tag and its end, or to the end of the text; without the line feeds next to the tags.
std::optional<QString> tagged(QStringView text, QLatin1StringView tag, bool isLast = false)
{
    const auto opening = QString(u'<' + tag + u'>');
    const auto ending = QString(QLatin1StringView("</") + tag + u'>');
    const auto start = text.indexOf(opening);
    if (start < 0)
        return {};
    const auto from = start + opening.size();
    const auto end = isLast ? text.lastIndexOf(ending) : text.indexOf(ending, from);
    auto body = end < from ? text.sliced(from) : text.sliced(from, end - from);
    if (body.startsWith(u'\n'))
        body = body.sliced(1);
    if (body.endsWith(u'\n'))
        body.chop(1);
    return body.toString();
}

QString joinedOutput(const QString &head, const QString &elided, const QString &tail)
{
    return head + QStringLiteral("\n[… %1 …]\n").arg(elided.isEmpty() ? QStringLiteral("shortened") : elided) + tail;
}

MiniObservation fromTags(const QString &text)
{
    MiniObservation seen;
    if (const auto code = tagged(text, QLatin1StringView("returncode"))) {
        bool isNumber = false;
        const auto number = code->trimmed().toInt(&isNumber);
        seen.returnCode = isNumber ? std::optional(number) : std::nullopt;
    }
    seen.exception = tagged(text, QLatin1StringView("exception_info")).value_or(QString());
    if (const auto head = tagged(text, QLatin1StringView("output_head"))) {
        seen.warning = tagged(text, QLatin1StringView("warning")).value_or(QString());
        seen.output = joinedOutput(*head, tagged(text, QLatin1StringView("elided_chars")).value_or(QString()).trimmed(),
            tagged(text, QLatin1StringView("output_tail"), true).value_or(QString()));
        return seen;
    }
    const auto output = tagged(text, QLatin1StringView("output"), true);
    const auto behindCode = text.indexOf(QLatin1StringView("</returncode>"));
    seen.output = output ? *output : behindCode < 0 ? text : text.sliced(behindCode + 13).trimmed();
    return seen;
}

std::optional<MiniObservation> fromJson(const QString &text)
{
    const auto utf8 = text.toUtf8();
    auto bytes = roomFor(utf8.size());
    bytes.append(utf8);
    JsonParser parser;
    simdjson::dom::element value;
    if (parser.parse(bytes, value) == JsonState::Unreadable || !hasMember(value, "returncode"))
        return {};
    MiniObservation seen;
    seen.returnCode = smallAt(value, "returncode");
    seen.output = stringAt(value, "output");
    seen.exception = stringAt(value, "exception_info");
    seen.warning = stringAt(value, "warning");
    if (hasMember(value, "output_head")) {
        const auto elided = wholeAt(value, "elided_chars").transform([](qint64 count) {
            return QStringLiteral("%1 characters elided").arg(count);
        });
        seen.output
            = joinedOutput(stringAt(value, "output_head"), elided.value_or(QString()), stringAt(value, "output_tail"));
    }
    return seen;
}

} // namespace

std::optional<FencedBlock> onlyFencedBlock(QStringView text, QByteArrayView fence)
{
    const auto mark = QString(backticks + QString::fromUtf8(fence));
    auto block = nextBlock(text, mark, 0);
    return block && !nextBlock(text, mark, block->end) ? block : std::nullopt;
}

std::optional<QByteArray> fenceOfExpression(QByteArrayView expression)
{
    constexpr QByteArrayView mark("```");
    constexpr QByteArrayView rest(R"(\s*\n(.*?)\n```)");
    if (!expression.startsWith(mark) || !expression.endsWith(rest) || expression.size() <= mark.size() + rest.size())
        return {};
    const auto word = expression.sliced(mark.size(), expression.size() - mark.size() - rest.size());
    const auto isPlain = std::ranges::all_of(word,
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; });
    return isPlain ? std::optional(word.toByteArray()) : std::nullopt;
}

MiniAnswer miniAnswerKind(QStringView text)
{
    const auto start = text.first(std::min<qsizetype>(text.size(), 200)).trimmed();
    const auto *found
        = std::ranges::find_if(openings, [start](const Opening &opening) { return start.startsWith(opening.words); });
    return found == openings.end() ? MiniAnswer::Other : found->kind;
}

MiniObservation miniObservation(const QString &text)
{
    if (QStringView(text).trimmed().startsWith(u'{')) {
        if (auto seen = fromJson(text))
            return *seen;
    }
    if (miniAnswerKind(text) == MiniAnswer::Observation)
        return fromTags(text);
    return {.returnCode = {}, .output = text, .warning = {}, .exception = {}};
}

} // namespace Decayscope
