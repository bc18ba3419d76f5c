// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dslabelsreader.h"

#include "dslabelsformat.h"
#include "handoutfiles.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

/// The last event of a stream so far.
struct ChainEnd
{
    qint64 number = 0;
    QByteArray hash;
};

/// Reads the lines of one file.
class DsLabelsReading
{
public:
    DsLabelsReading(QIODevice &device, QString path, const PieceSink &sink)
        : m_device(device)
        , m_path(std::move(path))
        , m_sink(sink)
    { }

    Result<LabelFile> file();

private:
    using Outcome = std::optional<Error>;

    Result<QByteArray> nextLine();
    Outcome header(const QJsonObject &object);
    Outcome take(const QJsonObject &object);
    Outcome takeCodebook(const QJsonObject &object);
    Outcome takeSample(const QJsonObject &object);
    Outcome takeReference(const QJsonObject &object);
    Outcome takeEvent(const QJsonObject &object);
    Outcome checkItem(const ItemKey &item) const;
    Outcome checkChain(const LabelEvent &event);
    Outcome takePiece(const QJsonObject &object);
    Outcome takeEnd(const QJsonObject &object);

    [[nodiscard]] Error refused(const QString &reason, ErrorKind kind = ErrorKind::InvalidInput) const
    {
        return {kind,
            u"\"%1\" is refused: line %2 %3 Ask for the file again from where it came."_s.arg(m_path).arg(m_line).arg(
                reason),
            {}};
    }

    QIODevice &m_device;
    const QString m_path;
    const PieceSink &m_sink;
    QCryptographicHash m_hash{QCryptographicHash::Sha256}; ///< Of all lines before the one at hand.
    qint64 m_line = 0;
    bool m_isComplete = false;
    LabelFile m_file;
    std::map<QString, ChainEnd> m_chains;
    std::map<std::pair<int, QString>, qint64> m_sizes; ///< Of the files of hand-outs so far.
};

QByteArray jsonOf(const QJsonObject &object, QLatin1StringView key)
{
    return QJsonDocument(object.value(key).toObject()).toJson(QJsonDocument::Compact);
}

/// A whole number that is not negative; −1 for anything else.
qint64 numberAt(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toInteger(-1);
}

Result<QByteArray> DsLabelsReading::nextLine()
{
    ++m_line;
    auto line = m_device.readLine(longestLine + 2);
    if (line.size() > longestLine)
        return std::unexpected(refused(u"is longer than any line of such a file."_s));
    if (!line.endsWith('\n'))
        return std::unexpected(refused(u"breaks off: the file was cut."_s));
    return line;
}

Result<LabelFile> DsLabelsReading::file()
{
    while (!m_device.atEnd() || m_line == 0) {
        const auto line = nextLine();
        if (!line)
            return std::unexpected(line.error());
        if (m_isComplete)
            return std::unexpected(refused(u"stands behind the end of the file."_s));
        QJsonParseError error;
        const auto document = QJsonDocument::fromJson(*line, &error);
        if (!document.isObject())
            return std::unexpected(refused(u"is no JSON object (%1)."_s.arg(error.errorString())));
        auto fault = m_line == 1 ? header(document.object()) : take(document.object());
        if (fault)
            return std::unexpected(std::move(*fault));
        m_hash.addData(*line);
    }
    ++m_line;
    if (!m_isComplete)
        return std::unexpected(refused(u"is missing: the file was cut before its end."_s));
    if (m_file.isHandout && m_file.samples.size() != 1)
        return std::unexpected(
            refused(u"is the end, and there was not one sample but %1."_s.arg(m_file.samples.size())));
    return std::move(m_file);
}

DsLabelsReading::Outcome DsLabelsReading::header(const QJsonObject &object)
{
    if (object.value("format"_L1).toString() != dsLabelsFormat)
        return refused(u"is not the header of a .dslabels file."_s);
    const auto version = numberAt(object, "version"_L1);
    if (version > dsLabelsVersion)
        return Error{ErrorKind::TooNew,
            u"\"%1\" was written by a newer Decayscope (format %2; this one knows %3). Use the newer program."_s
                .arg(m_path)
                .arg(version)
                .arg(dsLabelsVersion),
            {}};
    const auto kind = object.value("kind"_L1).toString();
    if (version < 1 || (kind != u"handout" && kind != u"handin"))
        return refused(u"says neither hand-out nor hand-in."_s);
    m_file.isHandout = kind == u"handout";
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::take(const QJsonObject &object)
{
    const auto type = object.value("type"_L1).toString();
    if (type == u"event")
        return takeEvent(object);
    if (type == u"file")
        return takePiece(object);
    if (type == u"sample")
        return takeSample(object);
    if (type == u"sample-of")
        return takeReference(object);
    if (type == u"codebook")
        return takeCodebook(object);
    if (type == u"end")
        return takeEnd(object);
    return refused(u"is of an unknown type \"%1\"."_s.arg(type.first(std::min<qsizetype>(type.size(), 40))));
}

DsLabelsReading::Outcome DsLabelsReading::takeCodebook(const QJsonObject &object)
{
    auto book = codebookFromJson(jsonOf(object, "codebook"_L1));
    if (!book)
        return refused(u"is no codebook: %1"_s.arg(book.error().message));
    m_file.codebooks.push_back(std::move(*book));
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::takeSample(const QJsonObject &object)
{
    auto sample = sampleFromJson(jsonOf(object, "sample"_L1));
    if (!sample)
        return refused(u"is no sample: %1"_s.arg(sample.error().message));
    if (sample->isHandout != m_file.isHandout)
        return refused(u"is a sample of another kind than the file."_s);
    m_file.sampleSizes[sample->id] = static_cast<int>(sample->items.size());
    m_file.samples.push_back(std::move(*sample));
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::takeReference(const QJsonObject &object)
{
    const auto id = object.value("id"_L1).toString();
    const auto items = numberAt(object, "items"_L1);
    if (id.isEmpty() || items < 0 || items > std::numeric_limits<int>::max())
        return refused(u"names no sample."_s);
    m_file.sampleSizes[id] = static_cast<int>(items);
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::takeEvent(const QJsonObject &object)
{
    auto event = labelEventFromJson(jsonOf(object, "event"_L1));
    if (!event)
        return refused(u"is no label event: %1"_s.arg(event.error().message));
    if (auto fault = checkItem(event->item))
        return fault;
    if (auto fault = checkChain(*event))
        return fault;
    const auto isLabel = std::holds_alternative<Committed>(event->action)
        || std::holds_alternative<Adjudicated>(event->action) || std::holds_alternative<Imported>(event->action);
    m_file.labels += isLabel ? 1 : 0;
    m_file.events.push_back(std::move(*event));
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::checkItem(const ItemKey &item) const
{
    if (item.sample.isEmpty())
        return {};
    const auto size = m_file.sampleSizes.find(item.sample);
    if (size == m_file.sampleSizes.end())
        return refused(u"speaks of a sample that the file does not name."_s);
    if (item.item < 0 || item.item >= size->second)
        return refused(u"speaks of item %1 of a sample of %2."_s.arg(item.item + 1).arg(size->second));
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::checkChain(const LabelEvent &event)
{
    auto &end = m_chains[event.stream];
    if (event.number != end.number + 1 || event.previous != end.hash)
        return refused(u"does not follow on the event before it: something was taken out or put in."_s);
    if (event.hash != labelEventHash(event))
        return refused(u"was changed: its hash differs."_s);
    end = {event.number, event.hash};
    return {};
}

DsLabelsReading::Outcome DsLabelsReading::takePiece(const QJsonObject &object)
{
    if (!m_file.isHandout || m_file.samples.empty())
        return refused(u"carries a file before there is a sample to hand out."_s);
    const auto item = numberAt(object, "item"_L1);
    if (item < 0 || item >= m_file.sampleSizes.begin()->second)
        return refused(u"carries a file of an item that is not in the sample."_s);
    HandoutPiece piece{.item = static_cast<int>(item), .path = object.value("path"_L1).toString(), .bytes = {}};
    if (!isSafePath(piece.path))
        return refused(u"names a path that a hand-out cannot have."_s, ErrorKind::Refused);
    const auto bytes = object.contains("text"_L1)
        ? object.value("text"_L1).toString().toUtf8()
        : QByteArray::fromBase64(object.value("base64"_L1).toString().toLatin1());
    auto &size = m_sizes[{piece.item, piece.path.toLower()}];
    const auto offset = numberAt(object, "offset"_L1);
    if (offset != size || (offset > 0 && bytes.isEmpty()))
        return refused(u"does not continue its file where it ended."_s);
    if (offset == 0 && m_sizes.size() > 1'000'000)
        return refused(u"is one file too many."_s);
    piece.isFirst = offset == 0;
    piece.bytes = bytes;
    size += std::max<qint64>(1, bytes.size());
    if (!m_sink)
        return {};
    const auto written = m_sink(piece);
    return written ? Outcome() : written.error();
}

DsLabelsReading::Outcome DsLabelsReading::takeEnd(const QJsonObject &object)
{
    if (numberAt(object, "lines"_L1) != m_line - 1)
        return refused(u"counts %1 lines before it."_s.arg(numberAt(object, "lines"_L1)));
    if (object.value("sha256"_L1).toString() != QLatin1StringView(m_hash.result().toHex()))
        return refused(u"says that the file was changed: its hash differs."_s);
    m_isComplete = true;
    return {};
}

} // namespace

bool isDsLabels(QStringView fileName, QByteArrayView head)
{
    const auto end = head.indexOf('\n');
    const auto first = head.first(end < 0 ? head.size() : end);
    return fileName.endsWith(u".dslabels")
        || (first.startsWith('{') && first.contains("\"format\":\"decayscope-labels\""));
}

Result<LabelFile> readDsLabels(QIODevice &device, const QString &path, const PieceSink &sink)
{
    return DsLabelsReading(device, path, sink).file();
}

} // namespace Decayscope
