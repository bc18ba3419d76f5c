// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "validationset.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

constexpr QLatin1StringView humanName{"human"};

/// Before any file of labels: it only fills in.
constexpr int fillingIn = -1;

/// The line a byte lies in.
qsizetype lineOf(const QByteArray &text, qsizetype byte)
{
    return text.first(std::min(byte, text.size())).count('\n') + 1;
}

/// A member as it can be stored: halves of characters are replaced.
QString textAt(const QJsonObject &item, QLatin1StringView key)
{
    return QString::fromUtf8(item.value(key).toString().toUtf8());
}

std::optional<LabelTarget> targetOfItem(const QJsonObject &item)
{
    const auto text = [&](QLatin1StringView key) { return textAt(item, key); };
    const auto trial = trialOfRunId(text("run_id"_L1));
    LabelTarget target{.runtime = text("runtime"_L1),
        .configuration = {text("agent"_L1), text("model"_L1)},
        .task = text("task"_L1),
        .trial = trial.value_or(0)};
    if (!trial || target.configuration.model.isEmpty() || target.task.isEmpty())
        return {};
    return target;
}

class ValidationItems
{
public:
    ValidationItems(QString path, LabelOrigin origin, const Codebook &codebook)
        : m_path(std::move(path))
        , m_origin(std::move(origin))
        , m_codebook(codebook)
    { }

    void take(const QJsonValue &value, qsizetype number)
    {
        m_number = number;
        const auto item = value.toObject();
        const auto target = targetOfItem(item);
        if (!target)
            return warn(u"It names no run: it needs agent, model, runtime, task and run_id. The item is left out."_s);
        const auto human = textAt(item, "human_subcategory"_L1).trimmed();
        const auto judge = textAt(item, "judge_subcategory"_L1).trimmed();
        if (human.isEmpty() && judge.isEmpty())
            return warn(u"It has no label. The item is left out."_s);
        const auto person = m_origin.annotator.isEmpty() ? QString(humanName) : m_origin.annotator;
        add({.target = *target, .subcategory = human}, person, 0);
        add({.target = *target, .subcategory = judge, .reasoning = textAt(item, "judge_reasoning"_L1)}, judgeName,
            fillingIn);
    }

    [[nodiscard]] LabelFile taken() { return std::move(m_file); }

private:
    void add(const PlainLabel &label, const QString &annotator, int precedence)
    {
        if (label.subcategory.isEmpty())
            return;
        if (const auto problem = problemOf(label))
            return warn(*problem + u" The label is left out.");
        if (const auto unknown = unknownCategory(label, m_codebook))
            warn(*unknown);
        auto origin = m_origin;
        origin.annotator = annotator;
        origin.precedence = precedence;
        m_file.events.push_back(importedEvent(label, origin, m_codebook));
        ++m_file.labels;
    }

    void warn(const QString &reason)
    {
        m_file.warnings.push_back({m_path, u"Item %1: %2"_s.arg(m_number).arg(reason)});
    }

    const QString m_path;
    const LabelOrigin m_origin;
    const Codebook &m_codebook;
    LabelFile m_file;
    qsizetype m_number = 0;
};

} // namespace

bool isValidationSet(QStringView fileName, QByteArrayView head)
{
    if (fileName.startsWith(u"judge_validation_set") && fileName.endsWith(u".json"))
        return true;
    return head.trimmed().startsWith('[') && head.contains("\"human_subcategory\"")
        && head.contains("\"judge_subcategory\"");
}

Result<LabelFile> readValidationSet(
    const QByteArray &json, const QString &path, const LabelOrigin &origin, const Codebook &codebook)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorKind::InvalidInput,
            u"\"%1\" cannot be read: line %2 is no JSON. Copy the file again."_s.arg(path).arg(
                lineOf(json, error.offset)),
            error.errorString());
    if (!document.isArray())
        return failure(
            ErrorKind::InvalidInput, u"\"%1\" is no validation set: it must be a list of labelled runs."_s.arg(path));
    ValidationItems items(path, origin, codebook);
    const auto array = document.array();
    for (qsizetype i = 0; i < array.size(); ++i)
        items.take(array[i], i + 1);
    return items.taken();
}

} // namespace Decayscope
