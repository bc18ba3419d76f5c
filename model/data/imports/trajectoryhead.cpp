// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "trajectoryhead.h"

#include "exitstatus.h"
#include "jsonparser.h"
#include "jsonvalues.h"
#include "runfiles.h"

#include <simdjson.h>

#include <algorithm>
#include <array>

namespace Decayscope {

namespace {

namespace dom = simdjson::dom;
using Format = TrajectoryFormat;

std::optional<TokenCount> tokensAt(const dom::element &usage, std::string_view input, std::string_view output)
{
    const auto in = wholeAt(usage, input);
    const auto out = wholeAt(usage, output);
    if (in.value_or(0) <= 0 && out.value_or(0) <= 0)
        return {};
    return TokenCount{.input = in.value_or(0), .output = out.value_or(0)};
}

QByteArray patchFrom(std::string_view text)
{
    const QByteArrayView bytes(text.data(), std::ssize(text));
    return looksLikePatch(bytes) ? bytes.toByteArray() : QByteArray();
}

/// A text or a number as a name.
QString nameAt(const dom::element &object, std::string_view key)
{
    const auto number = wholeAt(object, key);
    return number ? QString::number(*number) : stringAt(object, key);
}

class HeadReader
{
public:
    HeadReader(QByteArrayView text, const TrajectoryShape &shape)
        : m_text(text)
        , m_shape(shape)
    { }

    TrajectoryHead run();

private:
    /// Parses a member; false where there is none. The value lives until the next one.
    bool parse(QByteArrayView key, dom::element &value);
    QString string(QByteArrayView key);
    void readMini();
    void readRecord();
    void readSweAgent();
    void readReplay(const dom::element &replay);
    void readSample();
    void readAtif();
    void readTestResult();

    QByteArrayView m_text;
    const TrajectoryShape &m_shape;
    TrajectoryHead m_head;
    JsonParser m_parser;
    QByteArray m_bytes;
};

bool HeadReader::parse(QByteArrayView key, dom::element &value)
{
    const auto raw = m_shape.member(m_text, key);
    if (raw.isEmpty())
        return false;
    m_bytes = roomFor(raw.size());
    m_bytes.append(raw);
    return m_parser.parse(m_bytes, value) != JsonState::Unreadable && !value.is_null();
}

QString HeadReader::string(QByteArrayView key)
{
    dom::element value;
    return parse(key, value) && !value.is_object() && !value.is_array() ? contentText(value) : QString();
}

void HeadReader::readMini()
{
    m_head.scaffold = QStringLiteral("mini-swe-agent");
    m_head.name = string("instance_id");
    dom::element info;
    if (!parse("info", info))
        return;
    m_head.termination = terminationOfStatus(bytesAt(info, "exit_status"));
    m_head.patch = patchFrom(bytesAt(info, "submission"));
    dom::element model;
    if (info["config"]["model"].get(model) == simdjson::SUCCESS)
        m_head.model = stringAt(model, "model_name");
}

void HeadReader::readTestResult()
{
    dom::element result;
    if (parse("test_result", result))
        m_head.patch = patchFrom(bytesAt(result, "git_patch"));
    if (m_head.patch.isEmpty() && parse("git_patch", result)) {
        std::string_view text;
        if (result.get_string().get(text) == simdjson::SUCCESS)
            m_head.patch = patchFrom(text);
    }
}

void HeadReader::readRecord()
{
    m_head.scaffold = QStringLiteral("openhands");
    m_head.name = string("instance_id");
    dom::element value;
    if (m_head.name.isEmpty() && parse("issue", value))
        m_head.name = value.is_object() ? nameAt(value, "number") : contentText(value);
    if (parse("metadata", value)) {
        for (const auto *key : {"llm", "llm_config"}) {
            const auto model = memberAt(value, key);
            if (model && m_head.model.isEmpty())
                m_head.model = stringAt(*model, "model");
        }
        m_head.time = timeAt(value, "start_time");
    }
    if (parse("metrics", value)) {
        dom::element usage;
        if (value["accumulated_token_usage"].get(usage) == simdjson::SUCCESS)
            m_head.tokens = tokensAt(usage, "prompt_tokens", "completion_tokens");
    }
    const auto error = string("error");
    if (!error.isEmpty())
        m_head.termination = error.contains(QLatin1StringView("maximum iteration"), Qt::CaseInsensitive)
            ? Termination::LimitsExceeded
            : Termination::Error;
    readTestResult();
}

void HeadReader::readReplay(const dom::element &replay)
{
    dom::element model;
    if (replay["agent"]["model"].get(model) == simdjson::SUCCESS)
        m_head.model = stringAt(model, "name");
}

void HeadReader::readSweAgent()
{
    m_head.scaffold = QStringLiteral("swe-agent");
    dom::element value;
    if (parse("info", value)) {
        m_head.termination = terminationOfStatus(bytesAt(value, "exit_status"));
        m_head.patch = patchFrom(bytesAt(value, "submission"));
        if (const auto stats = memberAt(value, "model_stats"))
            m_head.tokens = tokensAt(*stats, "tokens_sent", "tokens_received");
    }
    if (!parse("replay_config", value))
        return;
    std::string_view json;
    if (value.get_string().get(json) != simdjson::SUCCESS)
        return readReplay(value);
    auto bytes = roomFor(std::ssize(json));
    bytes.append(json.data(), std::ssize(json));
    JsonParser parser;
    dom::element replay;
    if (parser.parse(bytes, replay) != JsonState::Unreadable)
        readReplay(replay);
}

void HeadReader::readSample()
{
    m_head.scaffold = QStringLiteral("inspect");
    m_head.name = string("id");
    bool fits = false;
    const auto epoch = string("epoch").toInt(&fits);
    m_head.trial = fits && epoch >= 0 ? epoch : 0;
    dom::element value;
    if (parse("output", value)) {
        m_head.model = stringAt(value, "model");
        m_head.termination = Termination::Submitted; // it came to its end
    }
    if (parse("model_usage", value) && value.is_object()) {
        TokenCount sum;
        for (const auto model : dom::object(value)) {
            sum.input += wholeAt(model.value, "input_tokens").value_or(0);
            sum.output += wholeAt(model.value, "output_tokens").value_or(0);
        }
        if (sum.input > 0 || sum.output > 0)
            m_head.tokens = sum;
    }
    if (parse("limit", value))
        m_head.termination = Termination::LimitsExceeded;
    if (parse("error", value))
        m_head.termination = Termination::Error;
    dom::element time;
    const auto start = string("started_at");
    if (!start.isEmpty() && parse("started_at", time)) {
        const auto wrapped = QByteArray(R"({"t":)" + m_bytes + '}');
        auto bytes = roomFor(wrapped.size());
        bytes.append(wrapped);
        JsonParser parser;
        dom::element object;
        if (parser.parse(bytes, object) != JsonState::Unreadable)
            m_head.time = timeAt(object, "t");
    }
}

void HeadReader::readAtif()
{
    m_head.name = string("session_id");
    dom::element value;
    if (parse("agent", value)) {
        m_head.scaffold = stringAt(value, "name");
        m_head.model = stringAt(value, "model_name");
    }
    if (m_head.scaffold.isEmpty())
        m_head.scaffold = QStringLiteral("atif");
    if (parse("final_metrics", value))
        m_head.tokens = tokensAt(value, "total_prompt_tokens", "total_completion_tokens");
}

TrajectoryHead HeadReader::run()
{
    switch (m_shape.format) {
    case Format::Mini:
        readMini();
        break;
    case Format::OpenHandsRecord:
        readRecord();
        break;
    case Format::SweAgent:
        readSweAgent();
        break;
    case Format::InspectSample:
        readSample();
        break;
    case Format::Atif:
        readAtif();
        break;
    case Format::MiniStudy:
        m_head.scaffold = QStringLiteral("mini-swe-agent");
        m_head.termination = terminationOfStatus(string("status").toStdString());
        break;
    case Format::MessageList:
        m_head.scaffold = QStringLiteral("mini-swe-agent");
        break;
    case Format::OpenHandsEvents:
    case Format::OpenHandsClassic:
    case Format::EventLines:
        m_head.scaffold = QStringLiteral("openhands");
        m_head.name = string("conversation_id");
        break;
    case Format::InspectLog:
    case Format::None:
        break;
    }
    m_head.model = plainModelName(m_head.model);
    return std::move(m_head);
}

} // namespace

TrajectoryHead trajectoryHeadOf(QByteArrayView text, const TrajectoryShape &shape)
{
    return HeadReader(text, shape).run();
}

QString plainModelName(const QString &name)
{
    return name.sliced(name.lastIndexOf(u'/') + 1);
}

bool looksLikePatch(QByteArrayView text)
{
    const auto start = text.first(std::min<qsizetype>(text.size(), 4096)).trimmed();
    return std::ranges::any_of(std::array{"diff --git ", "diff --cc ", "--- ", "Index: "},
        [start](const char *words) { return start.startsWith(QByteArrayView(words)); });
}

} // namespace Decayscope
