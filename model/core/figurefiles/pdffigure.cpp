// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadparts.h"
#include "pdffile.h"
#include "pictureformats.h"
#include "xmppacket.h"
#include "zlibpacking.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

std::string pdfTime(const FigureTitle &title)
{
    return title.made.isValid() ? title.made.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString() : std::string();
}

void setInfo(QPDF &pdf, const FigureTitle &title)
{
    auto info = QPDFObjectHandle::newDictionary();
    const auto old = pdf.getTrailer().getKey("/Info");
    if (old.isDictionary() && old.hasKey("/Producer"))
        info.replaceKey("/Producer", old.getKey("/Producer"));
    const std::pair<const char *, QString> texts[]{
        {"/Title", title.title}, {"/Subject", title.summary}, {"/Creator", title.program}};
    for (const auto &[key, text] : texts) {
        if (!text.isEmpty())
            info.replaceKey(key, QPDFObjectHandle::newUnicodeString(text.toStdString()));
    }
    const auto time = pdfTime(title);
    for (const auto *key : {"/CreationDate", "/ModDate"}) {
        if (!time.empty())
            info.replaceKey(key, QPDFObjectHandle::newString(time));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));
}

void setMetadata(QPDF &pdf, const FigurePayload &payload, const FigureTitle &title)
{
    auto stream = pdf.newStream(xmpPacket(payload, title).toStdString());
    stream.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    stream.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    pdf.getRoot().replaceKey("/Metadata", stream);
}

void attach(QPDF &pdf, const FigurePayload &payload, const FigureTitle &title)
{
    QPDFEmbeddedFileDocumentHelper files(pdf);
    auto associated = QPDFObjectHandle::newArray();
    for (const auto &part : payloadParts) {
        auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, (payload.*part.document).toStdString());
        stream.setSubtype(part.mimeType);
        if (title.made.isValid())
            stream.setCreationDate(pdfTime(title)).setModDate(pdfTime(title));
        auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, part.name, stream);
        file.setDescription(part.description);
        file.getObjectHandle().replaceKey(
            "/AFRelationship", QPDFObjectHandle::newName(std::string("/") + part.relationship));
        files.replaceEmbeddedFile(part.name, file);
        associated.appendItem(file.getObjectHandle());
    }
    pdf.getRoot().replaceKey("/AF", associated);
}

/// The identity of the file follows from its content alone.
QByteArray writtenPdf(QPDF &pdf)
{
    pdf.getTrailer().removeKey("/ID");
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setSuppressOriginalObjectIDs(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize())};
}

/// Attachments are unpacked here, not by qpdf: a chain of filters could unpack to anything.
std::optional<QByteArray> documentIn(QPDFObjectHandle stream)
{
    if (!stream.isStream())
        return std::nullopt;
    auto filter = stream.getDict().getKey("/Filter");
    if (filter.isArray() && filter.getArrayNItems() == 1)
        filter = filter.getArrayItem(0);
    const auto raw = stream.getRawStreamData();
    const QByteArrayView bytes(raw->getBuffer(), static_cast<qsizetype>(raw->getSize()));
    if (filter.isNull() && bytes.size() <= longestFigureDocument)
        return bytes.toByteArray();
    if (!filter.isNameAndEquals("/FlateDecode") || !stream.getDict().getKey("/DecodeParms").isNull())
        return std::nullopt;
    return zlibUnpacked(bytes, longestFigureDocument);
}

} // namespace

Result<QByteArray> pdfWithPayload(const QByteArray &picture, const FigurePayload &payload, const FigureTitle &title)
{
    auto made = guardedPdf([&]() -> Result<QByteArray> {
        QPDF pdf;
        openPdf(pdf, picture);
        setInfo(pdf, title);
        setMetadata(pdf, payload, title);
        attach(pdf, payload, title);
        return writtenPdf(pdf);
    });
    if (!made)
        return damagedPicture(made.error().evidence);
    return made;
}

Result<FigurePayload> payloadOfPdf(const QByteArray &bytes)
{
    return guardedPdf([&bytes]() -> Result<FigurePayload> {
        QPDF pdf;
        openPdf(pdf, bytes);
        QPDFEmbeddedFileDocumentHelper files(pdf);
        FigurePayload payload;
        for (const auto &part : payloadParts) {
            const auto file = files.getEmbeddedFile(part.name);
            if (!file)
                continue;
            auto document = documentIn(file->getEmbeddedFileStream());
            if (!document)
                return failure(ErrorKind::Damaged,
                    u"Its attachment \"%1\" is damaged or larger than 16 MB."_s.arg(QLatin1StringView(part.name)));
            payload.*part.document = std::move(*document);
        }
        return payload;
    });
}

} // namespace Decayscope
