// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dslabelswriter.h"

#include "dslabelsformat.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace Decayscope {

namespace {

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// The end of a piece that begins at a place: not inside of a character.
qsizetype endOfPiece(const QByteArray &bytes, qsizetype begin)
{
    if (bytes.size() - begin <= pieceBytes)
        return bytes.size();
    auto end = begin + pieceBytes;
    for (int back = 0; back < 3 && (static_cast<unsigned char>(bytes[end]) & 0xC0) == 0x80; ++back)
        --end;
    return end;
}

/// Everything of the streams a hand-in is made of, in order.
std::map<QString, std::map<qint64, const LabelEvent *>> streamsOf(
    const LabelLog &log, const QStringList &annotators, const QString &sample)
{
    QSet<QString> inSample;
    for (const auto &event : log.events()) {
        if (sample.isEmpty() || event.item.sample == sample)
            inSample.insert(event.stream);
    }
    std::map<QString, std::map<qint64, const LabelEvent *>> streams;
    for (const auto &event : log.events()) {
        if (inSample.contains(event.stream) && (annotators.isEmpty() || annotators.contains(event.annotator)))
            streams[event.stream].emplace(event.number, &event);
    }
    return streams;
}

} // namespace

DsLabelsWriter::DsLabelsWriter(QIODevice &device, const QString &kind)
    : m_device(device)
{
    line({{u"format"_s, QString(dsLabelsFormat)}, {u"kind"_s, kind},
        {u"program"_s, u"Decayscope " DECAYSCOPE_VERSION ""_s}, {u"version"_s, dsLabelsVersion}});
}

void DsLabelsWriter::codebook(const Codebook &book)
{
    line({{u"type"_s, u"codebook"_s}, {u"codebook"_s, objectOf(codebookJson(book))}});
}

void DsLabelsWriter::sample(const Sample &sample)
{
    line({{u"type"_s, u"sample"_s}, {u"sample"_s, objectOf(sampleJson(sample))}});
}

void DsLabelsWriter::sampleReference(const Sample &sample)
{
    line({{u"type"_s, u"sample-of"_s}, {u"id"_s, sample.id}, {u"hash"_s, QString::fromLatin1(sample.hash.toHex())},
        {u"items"_s, static_cast<qint64>(sample.items.size())}});
}

void DsLabelsWriter::event(const LabelEvent &event)
{
    line({{u"type"_s, u"event"_s}, {u"event"_s, objectOf(labelEventJson(event))}});
}

void DsLabelsWriter::file(int item, const HandoutFile &file)
{
    const auto isText = file.bytes.isValidUtf8();
    qsizetype begin = 0;
    do {
        const auto end = endOfPiece(file.bytes, begin);
        const auto piece = file.bytes.sliced(begin, end - begin);
        QJsonObject object{{u"type"_s, u"file"_s}, {u"item"_s, item}, {u"path"_s, file.path}, {u"offset"_s, begin}};
        if (isText)
            object.insert(u"text"_s, QString::fromUtf8(piece));
        else
            object.insert(u"base64"_s, QString::fromLatin1(piece.toBase64()));
        line(object);
        begin = end;
    } while (begin < file.bytes.size());
}

Result<> DsLabelsWriter::end()
{
    const auto hash = QString::fromLatin1(m_hash.result().toHex());
    line({{u"type"_s, u"end"_s}, {u"lines"_s, m_lines}, {u"sha256"_s, hash}});
    if (m_hasFailed)
        return failure(ErrorKind::Unreadable, u"The file cannot be written."_s, m_device.errorString());
    return {};
}

void DsLabelsWriter::line(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    m_hash.addData(bytes);
    ++m_lines;
    m_hasFailed = m_hasFailed || m_device.write(bytes) != bytes.size();
}

Result<QByteArray> handinBytes(const LabelBook &book, const QStringList &annotators, const QString &sample)
{
    const auto streams = book.log ? streamsOf(*book.log, annotators, sample)
                                  : std::map<QString, std::map<qint64, const LabelEvent *>>();
    if (streams.empty())
        return failure(ErrorKind::NotFound, u"There is no label to hand in: nobody asked for labelled anything."_s);
    QSet<QString> samples;
    for (const auto &[name, stream] : streams) {
        for (const auto &[number, event] : stream)
            samples.insert(event->item.sample);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    DsLabelsWriter writer(buffer, u"handin"_s);
    for (const auto &codebook : book.codebooks)
        writer.codebook(codebook);
    for (const auto &known : book.samples) {
        if (samples.contains(known.id))
            known.isHandout ? writer.sampleReference(known) : writer.sample(known);
    }
    for (const auto &[name, stream] : streams) {
        for (const auto &[number, event] : stream)
            writer.event(*event);
    }
    return writer.end().transform([&] { return buffer.data(); });
}

} // namespace Decayscope
