package io.rapport.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessagesTest {

    @TempDir
    private Path folder;

    @Test
    void haveASentenceForEveryCodeInEveryLanguage() {
        Messages messages = Messages.load(getClass().getClassLoader());

        assertThat(messages.codes()).contains("unknown-path", "internal-error");
        for (Locale locale : Languages.SPOKEN) {
            for (String code : messages.codes()) {
                assertThat(messages.find(code, List.of("A", "B"), locale)).as(code).hasValueSatisfying(
                        sentence -> assertThat(sentence).isNotBlank().doesNotContain("{0}", "{1}", "''"));
            }
        }
    }

    @Test
    void takeTheBundlesOfAServiceAndRefuseHolesInThem() throws Exception {
        bundle("stall.properties", "stall-taken=The stall {0} is taken.\nstall-closed=Closed.\n");
        bundle("stall_zh_CN.properties", "stall-taken=摊位 {0} 已被占用。\n");
        bundle("stall_zh_TW.properties", "stall-taken=攤位 {0} 已被占用。\nstall-closed=已關閉。\n");

        try (URLClassLoader withStall = new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThatThrownBy(() -> Messages.load(withStall)).hasMessageEndingWith("lack: stall-closed (zh-CN)");

            bundle("stall_zh_CN.properties", "stall-taken=摊位 {0} 已被占用。\nstall-closed=已关闭。\n");
            assertThat(Messages.load(withStall).find("stall-taken", List.of("7"), Locale.SIMPLIFIED_CHINESE))
                    .hasValue("摊位 7 已被占用。");
        }
    }

    private void bundle(String name, String content) throws Exception {
        Path messages = Files.createDirectories(folder.resolve("messages"));
        Files.writeString(messages.resolve(name), content);
    }
}
