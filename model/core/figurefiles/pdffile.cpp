// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pdffile.h"

#include "payloadparts.h"

#include <qpdf/Pl_DCT.hh>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_RunLength.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

namespace Decayscope {

namespace {

using namespace Qt::StringLiterals;

constexpr auto mostUnpacked = 4 * longestFigureFile; // of object streams and pages; attachments are bounded elsewhere

/// qpdf keeps these limits once for the program.
bool limitMemory()
{
    Pl_Flate::memory_limit(static_cast<unsigned long long>(mostUnpacked));
    Pl_RunLength::setMemoryLimit(static_cast<unsigned long long>(mostUnpacked));
    Pl_DCT::setMemoryLimit(static_cast<long>(mostUnpacked));
    return true;
}

} // namespace

void openPdf(QPDF &pdf, const QByteArray &bytes)
{
    [[maybe_unused]] static const bool isLimited = limitMemory();
    pdf.setSuppressWarnings(true);
    pdf.setMaxWarnings(100);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("PDF", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    if (pdf.isEncrypted())
        throw QPDFExc(qpdf_e_password, "PDF", "", 0, "encrypted");
}

std::unexpected<Error> pdfFailure(const std::exception &cause)
{
    const auto words = QString::fromUtf8(cause.what());
    const auto *exception = dynamic_cast<const QPDFExc *>(&cause);
    if (exception != nullptr && exception->getErrorCode() == qpdf_e_password)
        return failure(ErrorKind::Refused, u"It is encrypted. Use the file as it was exported."_s, words);
    return failure(ErrorKind::Damaged, u"It is no sound PDF file."_s, words);
}

} // namespace Decayscope
