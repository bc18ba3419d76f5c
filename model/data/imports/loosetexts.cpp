// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "loosetexts.h"

#include "jsonparser.h"
#include "jsonvalues.h"
#include "reports.h"
#include "runfiles.h"
#include "trajectoryshape.h"

#include <QFile>
#include <QFileInfo>

#include <simdjson.h>

#include <deque>

namespace Decayscope {

namespace {

constexpr qint64 headBytes = 4096;

QByteArray withRoom(QByteArrayView text)
{
    auto bytes = roomFor(text.size());
    bytes.append(text);
    return bytes;
}

bool isWholeObject(QByteArrayView line)
{
    const auto text = line.trimmed();
    return text.startsWith('{') && text.endsWith('}') && outlineOf(text, {}).isComplete;
}

LooseText piece(const LooseText &whole, const QString &name, QByteArrayView bytes)
{
    LooseText text{.origin = whole.origin + u'/' + name, .filePath = whole.filePath, .fileName = whole.fileName};
    text.bytes = withRoom(bytes);
    text.model = whole.model;
    text.time = whole.time;
    return text;
}

/// A file with one run a line, of which one is in memory at a time.
class LineTexts final : public LooseTexts
{
public:
    explicit LineTexts(const QString &path)
        : m_file(path)
        , m_path(path)
    { }

    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly); }

    /// Whether the first line is an object by itself and more follow.
    [[nodiscard]] bool isLines()
    {
        const auto line = m_file.readLine(maxRunFileBytes);
        const auto isRecord = !m_file.atEnd() && isWholeObject(line) && formatOfLine(line) != TrajectoryFormat::None;
        m_file.seek(0);
        return isRecord;
    }

    Result<std::optional<LooseText>> next(const Progress &progress) override
    {
        while (!m_file.atEnd()) {
            if (progress.isCancelled())
                return cancelled();
            const auto line = m_file.readLine(maxRunFileBytes);
            ++m_number;
            const auto text = QByteArrayView(line).trimmed();
            if (text.isEmpty())
                continue;
            LooseText whole{.origin = m_path, .filePath = m_path, .fileName = QFileInfo(m_path).fileName()};
            auto cut = piece(whole, QStringLiteral("line %1").arg(m_number), text);
            if (!line.endsWith('\n') && line.size() >= maxRunFileBytes - 1)
                cut.problem = QStringLiteral("The line is longer than any trajectory should be.");
            return cut;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] static TrajectoryFormat formatOfLine(QByteArrayView line)
    {
        return trajectoryShapeOf(withRoom(line.trimmed())).format;
    }

    QFile m_file;
    QString m_path;
    qint64 m_number = 0;
};

/// Pieces that are in memory already.
class ReadyTexts final : public LooseTexts
{
public:
    explicit ReadyTexts(std::vector<LooseText> texts)
        : m_texts(std::make_move_iterator(texts.begin()), std::make_move_iterator(texts.end()))
    { }

    Result<std::optional<LooseText>> next(const Progress &) override
    {
        if (m_texts.empty())
            return std::nullopt;
        auto text = std::move(m_texts.front());
        m_texts.pop_front();
        return text;
    }

private:
    std::deque<LooseText> m_texts;
};

/// The samples of a log that lies in one text; each is copied when its turn comes.
class SampleTexts final : public LooseTexts
{
public:
    SampleTexts(LooseText whole, TrajectoryShape shape)
        : m_whole(std::move(whole))
        , m_shape(std::move(shape))
    { }

    Result<std::optional<LooseText>> next(const Progress &progress) override
    {
        if (progress.isCancelled())
            return cancelled();
        if (m_next == m_shape.items.size())
            return std::nullopt;
        const auto sample = m_shape.items[m_next++].in(m_whole.bytes);
        return piece(m_whole, QStringLiteral("sample %1").arg(m_next), sample);
    }

private:
    LooseText m_whole;
    TrajectoryShape m_shape;
    std::size_t m_next = 0;
};

Result<QByteArray> wholeFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable, QStringLiteral("It cannot be read: %1.").arg(file.errorString()));
    if (file.size() > maxRunFileBytes)
        return failure(ErrorKind::Refused, QStringLiteral("It is larger than 512 MB, which no trajectory should be."));
    auto bytes = roomFor(file.size());
    bytes.append(file.read(maxRunFileBytes));
    return bytes;
}

} // namespace

void noteLog(LooseText &text, QByteArrayView log)
{
    simdjson::dom::element root;
    JsonParser parser;
    const auto bytes = withRoom(log);
    if (parser.parse(bytes, root) == JsonState::Unreadable)
        return;
    const auto eval = memberAt(root, "eval").value_or(root);
    text.model = stringAt(eval, "model");
    text.time = timeAt(eval, "created");
}

bool mayBeLooseText(QByteArrayView head)
{
    const auto text = (head.startsWith(byteOrderMark) ? head.sliced(byteOrderMark.size()) : head).trimmed();
    return text.startsWith('{') || text.startsWith('[') || looksLikeReport(head);
}

std::vector<LooseText> cutTexts(LooseText whole)
{
    std::vector<LooseText> texts;
    auto shape = trajectoryShapeOf(whole.bytes);
    if (shape.format == TrajectoryFormat::InspectLog) {
        noteLog(whole, shape.member(whole.bytes, "eval"));
        for (std::size_t i = 0; i < shape.items.size(); ++i)
            texts.push_back(piece(whole, QStringLiteral("sample %1").arg(i + 1), shape.items[i].in(whole.bytes)));
        return texts;
    }
    const QByteArrayView all(whole.bytes);
    const auto end = all.indexOf('\n');
    if (shape.format != TrajectoryFormat::None || end < 0 || !isWholeObject(all.first(end))) {
        texts.push_back(std::move(whole));
        return texts;
    }
    int number = 0;
    for (qsizetype start = 0; start < all.size();) {
        const auto found = all.indexOf('\n', start);
        const auto stop = found < 0 ? all.size() : found;
        const auto line = all.sliced(start, stop - start).trimmed();
        ++number;
        if (!line.isEmpty())
            texts.push_back(piece(whole, QStringLiteral("line %1").arg(number), line));
        start = stop + 1;
    }
    return texts;
}

Result<std::unique_ptr<LooseTexts>> textsOfFile(const QString &path)
{
    auto lines = std::make_unique<LineTexts>(path);
    if (!lines->open())
        return failure(ErrorKind::Unreadable, QStringLiteral("It cannot be opened. Check that you may read it."));
    if (lines->isLines())
        return lines;
    auto bytes = wholeFile(path);
    if (!bytes)
        return std::unexpected(std::move(bytes.error()));
    LooseText whole{.origin = path, .filePath = path, .fileName = QFileInfo(path).fileName()};
    whole.bytes = std::move(*bytes);
    if (!looksLikeReport(QByteArrayView(whole.bytes).first(std::min<qsizetype>(whole.bytes.size(), headBytes)))) {
        auto shape = trajectoryShapeOf(whole.bytes);
        if (shape.format == TrajectoryFormat::InspectLog) {
            noteLog(whole, shape.member(whole.bytes, "eval"));
            return std::make_unique<SampleTexts>(std::move(whole), std::move(shape));
        }
    }
    std::vector<LooseText> texts;
    texts.push_back(std::move(whole));
    return std::make_unique<ReadyTexts>(std::move(texts));
}

} // namespace Decayscope
