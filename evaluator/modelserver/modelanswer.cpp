// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "modelanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace Decayscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceLength = 24; ///< Of a streamed text, in characters.

using Fields = std::map<QByteArray, QByteArray>;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray reason(int status)
{
    static const std::map<int, QByteArray> reasons{{200, "OK"}, {400, "Bad Request"}, {401, "Unauthorized"},
        {403, "Forbidden"}, {404, "Not Found"}, {405, "Method Not Allowed"}, {408, "Request Timeout"},
        {409, "Conflict"}, {413, "Content Too Large"}, {422, "Unprocessable Content"}, {429, "Too Many Requests"},
        {500, "Internal Server Error"}, {502, "Bad Gateway"}, {503, "Service Unavailable"}};
    const auto found = reasons.find(status);
    return found == reasons.end() ? QByteArray("Status") : found->second;
}

QByteArray head(int status, Fields fields, const Fields &replaced)
{
    for (const auto &[name, value] : replaced) {
        std::erase_if(fields, [&](const auto &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; });
        fields.insert_or_assign(name, value);
    }
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reason(status) + "\r\n";
    for (const auto &[name, value] : fields)
        bytes += name + ": " + value + "\r\n";
    return bytes + "\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QByteArray() : QByteArray(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
}

qint64 tokensOf(qsizetype characters)
{
    return (characters + 3) / 4;
}

ServedUsage countedUsage(const ModelReply &reply, const ModelQuestion &question)
{
    qsizetype asked = 0;
    for (const auto &message : question.messages) {
        asked += message.content.size();
        for (const auto &call : message.toolCalls)
            asked += call.arguments.size();
    }
    qsizetype answered = reply.content.size() + reply.reasoning.size();
    for (const auto &call : reply.toolCalls)
        answered += call.arguments.size();
    return {.inputTokens = tokensOf(asked), .outputTokens = tokensOf(answered), .cachedTokens = 0, .cost = {}};
}

QJsonObject usageOf(const ModelReply &reply, const ModelQuestion &question)
{
    const auto usage = reply.usage ? *reply.usage : countedUsage(reply, question);
    QJsonObject object{{"prompt_tokens"_L1, usage.inputTokens}, {"completion_tokens"_L1, usage.outputTokens},
        {"total_tokens"_L1, usage.inputTokens + usage.outputTokens}};
    if (usage.cachedTokens > 0)
        object["prompt_tokens_details"_L1] = QJsonObject{{"cached_tokens"_L1, usage.cachedTokens}};
    if (usage.cost)
        object["cost"_L1] = *usage.cost;
    return object;
}

QString finishReasonOf(const ModelReply &reply)
{
    if (!reply.finishReason.isEmpty())
        return reply.finishReason;
    return reply.toolCalls.empty() ? u"stop"_s : u"tool_calls"_s;
}

QString callId(const ServedToolCall &call, const ModelQuestion &question, qsizetype index)
{
    return call.id.isEmpty() ? u"call_%1_%2"_s.arg(question.number).arg(index) : call.id;
}

QJsonObject envelope(const ModelQuestion &question, QLatin1StringView kind)
{
    return {{"id"_L1, u"chatcmpl-%1"_s.arg(question.number)}, {"object"_L1, kind}, {"created"_L1, 0},
        {"model"_L1, question.model}};
}

QJsonObject messageOf(const ModelReply &reply, const ModelQuestion &question)
{
    QJsonArray calls;
    for (const auto &call : reply.toolCalls)
        calls.append(QJsonObject{{"id"_L1, callId(call, question, calls.size())}, {"type"_L1, "function"_L1},
            {"function"_L1, QJsonObject{{"name"_L1, call.name}, {"arguments"_L1, QString::fromUtf8(call.arguments)}}}});
    QJsonObject message{{"role"_L1, "assistant"_L1}};
    message["content"_L1]
        = reply.content.isEmpty() && !calls.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(reply.content);
    if (!calls.isEmpty())
        message["tool_calls"_L1] = calls;
    if (!reply.reasoning.isEmpty())
        message["reasoning_content"_L1] = reply.reasoning;
    return message;
}

QByteArray wholeAnswer(const ModelReply &reply, const ModelQuestion &question)
{
    auto object = envelope(question, "chat.completion"_L1);
    object["choices"_L1] = QJsonArray{QJsonObject{
        {"index"_L1, 0}, {"message"_L1, messageOf(reply, question)}, {"finish_reason"_L1, finishReasonOf(reply)}}};
    if (reply.tellsUsage)
        object["usage"_L1] = usageOf(reply, question);
    return compact(object);
}

QByteArray event(const ModelQuestion &question, const QJsonArray &choices, const QJsonValue &usage = {})
{
    auto object = envelope(question, "chat.completion.chunk"_L1);
    object["choices"_L1] = choices;
    if (usage.isObject())
        object["usage"_L1] = usage;
    return "data: " + compact(object) + "\n\n";
}

QByteArray delta(const ModelQuestion &question, const QJsonObject &change, const QJsonValue &finish = QJsonValue::Null)
{
    return event(question, {QJsonObject{{"index"_L1, 0}, {"delta"_L1, change}, {"finish_reason"_L1, finish}}});
}

/// A text in pieces that split no character.
QStringList pieces(const QString &text)
{
    QStringList found;
    for (qsizetype at = 0; at < text.size();) {
        auto end = qMin(at + pieceLength, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            ++end;
        found.append(text.sliced(at, end - at));
        at = end;
    }
    return found;
}

void addCall(QByteArrayList &events, const ServedToolCall &call, const ModelQuestion &question, int index)
{
    const auto change = [index](QJsonObject function, QJsonObject fields) {
        fields["index"_L1] = index;
        fields["function"_L1] = std::move(function);
        return QJsonObject{{"tool_calls"_L1, QJsonArray{fields}}};
    };
    events.append(delta(question,
        change({{"name"_L1, call.name}, {"arguments"_L1, QString()}},
            {{"id"_L1, callId(call, question, index)}, {"type"_L1, "function"_L1}})));
    for (const auto parts = pieces(QString::fromUtf8(call.arguments)); const auto &piece : parts)
        events.append(delta(question, change({{"arguments"_L1, piece}}, {})));
}

QByteArrayList streamedAnswer(const ModelReply &reply, const ModelQuestion &question)
{
    QByteArrayList events{delta(question, {{"role"_L1, "assistant"_L1}, {"content"_L1, QString()}})};
    for (const auto parts = pieces(reply.reasoning); const auto &piece : parts)
        events.append(delta(question, {{"reasoning_content"_L1, piece}}));
    for (const auto parts = pieces(reply.content); const auto &piece : parts)
        events.append(delta(question, {{"content"_L1, piece}}));
    for (int index = 0; const auto &call : reply.toolCalls)
        addCall(events, call, question, index++);
    if (reply.isEndless)
        return events;
    events.append(delta(question, {}, finishReasonOf(reply)));
    if (reply.tellsUsage && question.wantsUsage)
        events.append(event(question, {}, usageOf(reply, question)));
    events.append("data: [DONE]\n\n");
    return events;
}

QByteArray errorBody(const QString &message, const QString &code)
{
    return compact({{"error"_L1,
        QJsonObject{{"message"_L1, message}, {"type"_L1, "error"_L1},
            {"code"_L1, code.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(code)}}}});
}

bool isStream(const ModelReply &reply, const ModelQuestion &question)
{
    return reply.status == 200 && question.streaming;
}

/// The parts of a body up to a number of bytes.
QByteArrayList cut(QByteArrayList parts, qint64 most)
{
    for (auto &part : parts) {
        part.truncate(qMin<qint64>(part.size(), most));
        most -= part.size();
    }
    return parts;
}

} // namespace

QByteArrayList servedBody(const ModelReply &reply, const ModelQuestion &question)
{
    if (reply.body)
        return {*reply.body};
    if (reply.status != 200)
        return {errorBody(reply.content, reply.errorCode)};
    return isStream(reply, question) ? streamedAnswer(reply, question) : QByteArrayList{wholeAnswer(reply, question)};
}

ServedAnswer servedAnswer(const ModelReply &reply, const ModelQuestion &question)
{
    auto parts = servedBody(reply, question);
    if (reply.cutBody)
        parts = cut(std::move(parts), *reply.cutBody);
    const bool isChunked = isStream(reply, question) || reply.isEndless;
    const bool isEvents = isStream(reply, question);
    Fields fields{{"Content-Type", isEvents ? "text/event-stream" : "application/json"}};
    if (!isChunked) {
        const auto body = parts.join();
        fields.emplace("Content-Length", QByteArray::number(body.size()));
        return {.bytes = head(reply.status, std::move(fields), reply.headers) + body, .filler = {}};
    }
    fields.emplace("Transfer-Encoding", "chunked");
    auto bytes = head(reply.status, std::move(fields), reply.headers);
    for (const auto &part : std::as_const(parts))
        bytes += chunk(part);
    if (reply.isEndless)
        return {.bytes = bytes, .filler = chunk(isEvents ? parts.last() : QByteArray(8192, ' '))};
    return {.bytes = bytes + "0\r\n\r\n", .filler = {}};
}

QByteArray servedError(int status, const QString &message)
{
    const auto body = errorBody(message, {});
    return head(status, {{"Content-Type", "application/json"}, {"Content-Length", QByteArray::number(body.size())}}, {})
        + body;
}

QByteArray servedDocument(const QByteArray &json)
{
    return head(200, {{"Content-Type", "application/json"}, {"Content-Length", QByteArray::number(json.size())}}, {})
        + json;
}

} // namespace Decayscope
