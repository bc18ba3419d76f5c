// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <base/result.h>

#include <QByteArray>

#include <exception>

class QPDF;

#ifdef __clang__
// A default argument in qpdf 12's QPDFWriter.hh makes clang, but not gcc, ask for the size of this private type in
// C++23. Nothing here makes or deletes one.
namespace qpdf::pl {
struct Link
{ };
} // namespace qpdf::pl
#endif

namespace Decayscope {

/// Opens PDF bytes, which must outlive it: quiet, without repairs, with bounds on what streams may unpack to. Throws
/// what qpdf throws, and for encrypted files.
void openPdf(QPDF &pdf, const QByteArray &bytes);

/// An exception of qpdf as an error.
[[nodiscard]] std::unexpected<Error> pdfFailure(const std::exception &cause);

/// What `work` gives, or pdfFailure() for what it throws: exceptions end here.
template <typename Work>
[[nodiscard]] auto guardedPdf(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &cause) {
        return pdfFailure(cause);
    }
}

} // namespace Decayscope
