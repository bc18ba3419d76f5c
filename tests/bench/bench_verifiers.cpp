// SPDX-FileCopyrightText: Decayscope contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Prints how long the static verifiers take for one patch beside Python's regular expressions, and the ratio.
// bench_verifiers [PATCH]: without a patch, one of 60 kB is written on the spot.

#include <verifiers/referenceverifier.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <optional>

using namespace Decayscope;

namespace {

constexpr int nativeTimes = 201;
constexpr double budget = 1.0 / 20;

/// Code of the kind agents write, in layers, of about the given size.
QByteArray writtenPatch(qsizetype bytes)
{
    const QByteArrayList layers{"models", "repositories", "services", "routes"};
    QByteArray patch;
    for (int number = 0; patch.size() < bytes; ++number) {
        const auto own = number % 4;
        const QByteArray name = "article" + QByteArray::number(number);
        const QByteArray path = "app/" + layers[own] + '/' + name + ".py";
        QByteArray code = "from sqlalchemy import Column\nfrom app." + layers[std::max(0, own - 1)]
            + ".article import find\nimport logging\n\nURL = \"postgresql+psycopg2://conduit@postgres/conduit\"\n\n";
        for (int i = 0; i < 12; ++i) {
            const auto index = QByteArray::number(i);
            code += "\nasync def update_" + name + '_' + index + "(session, slug, values, current_user):\n"
                + "    article = await find(session, slug)  # raises NotFound\n"
                  "    if article.author_id != current_user.id:\n"
                  "        raise Forbidden(\"only the author may change this article\")\n"
                  "    article.title = values.get(\"title\", article.title)\n    return article\n";
        }
        const auto lines = QByteArray::number(code.count('\n'));
        code.chop(1);
        code.replace("\n", "\n+");
        patch += "diff --git a/" + path + " b/" + path + "\nnew file mode 100644\n--- /dev/null\n+++ b/" + path
            + "\n@@ -0,0 +1," + lines + " @@\n+" + code + '\n';
    }
    return patch;
}

double nativeSeconds(const QByteArray &patch)
{
    std::vector<double> seconds;
    for (int i = 0; i < nativeTimes; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto verdicts
            = verifyReference(patch, {Constraint::CleanArchitecture, Constraint::Postgres, Constraint::SqlAlchemy});
        seconds.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e9);
        if (verdicts.size() != 3)
            return 0;
    }
    return *std::ranges::min_element(seconds);
}

std::optional<double> pythonSeconds(const QString &patchFile)
{
    QProcess python;
    python.start(QStringLiteral("python3"),
        {QStringLiteral(DECAYSCOPE_BENCH_DIR "/reference_regexes.py"), QStringLiteral("time"), patchFile,
            QStringLiteral("15")});
    python.waitForFinished(-1);
    bool isNumber = false;
    const auto seconds = python.readAllStandardOutput().trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(seconds) : std::nullopt;
}

} // namespace

int main(int argc, char *argv[])
{
    QTemporaryFile written;
    QFile given(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString());
    if (argc > 1 ? !given.open(QIODevice::ReadOnly) : !written.open()) {
        std::fprintf(stderr, "The patch cannot be opened.\n");
        return 2;
    }
    const auto patch = argc > 1 ? given.readAll() : writtenPatch(60'000);
    if (argc <= 1 && (written.write(patch) != patch.size() || !written.flush()))
        return 2;
    const auto native = nativeSeconds(patch);
    const auto python = pythonSeconds(argc > 1 ? given.fileName() : written.fileName());
    std::printf("patch            %8.1f kB, three constraints\n", static_cast<double>(patch.size()) / 1000);
    std::printf("native           %8.3f ms\n", native * 1e3);
    if (!python) {
        std::printf("Python: python3 is not here, so there is no ratio.\n");
        return 1;
    }
    std::printf("Python regexes   %8.3f ms\n", *python * 1e3);
    std::printf("native / Python  %8.4f (budget %.4f)\n", native / *python, budget);
    return native / *python <= budget ? 0 : 1;
}
