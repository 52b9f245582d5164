package org.fallline.web.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.backend.javascript.JavaScriptTarget;
import org.teavm.backend.javascript.TeaVMJavaScriptHost;
import org.teavm.backend.wasm.TeaVMWasmGCHost;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.cache.AlwaysStaleCacheStatus;
import org.teavm.cache.EmptyProgramCache;
import org.teavm.dependency.PreciseDependencyAnalyzer;
import org.teavm.model.MethodReader;
import org.teavm.model.PreOptimizingClassHolderSource;
import org.teavm.model.Program;
import org.teavm.model.ReferenceCache;
import org.teavm.model.transformation.AssertionRemoval;
import org.teavm.parsing.ClasspathClassHolderSource;
import org.teavm.parsing.resource.ResourceProvider;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.vm.DirectoryBuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;
import org.teavm.vm.TeaVMOptimizationLevel;
import org.teavm.vm.TeaVMTarget;

/**
 * Compiles programs of the class path for the browser.
 *
 * <p>Arguments: the folder to write to, then a main class and a file name for each output. A name that ends in {@code .js}
 * gives an ES module that exports {@code main}; one that ends in {@code .wasm} a module of WebAssembly with garbage
 * collection, and beside it {@code NAME-runtime.js}, whose {@code load(url)} gives the exports. Nothing is compiled while
 * arguments and class path stay the same.
 */
public final class Compile {
    private Compile() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        List<String> outputs = new ArrayList<>();
        for (int i = 2; i < args.length; i += 2) {
            outputs.add(args[i]);
            if (args[i].endsWith(".wasm")) {
                outputs.add(runtime(args[i]));
            }
        }
        Inputs inputs = Inputs.of(List.of(args));
        if (inputs.isDone(folder, outputs)) {
            return;
        }
        for (int i = 1; i < args.length; i += 2) {
            String name = args[i + 1];
            if (name.endsWith(".js")) {
                compile(new JavaScript(), args[i], folder, name);
                CompileHint.add(folder.resolve(name));
            } else {
                compile(new WebAssembly(), args[i], folder, name);
                WasmRuntime.write(folder.resolve(name), folder.resolve(runtime(name)));
            }
        }
        inputs.done(folder);
    }

    private static String runtime(String module) {
        return module + "-runtime.js";
    }

    private static void compile(TeaVMTarget target, String mainClass, Path folder, String name) {
        ClassLoader classes = Compile.class.getClassLoader();
        ReferenceCache references = new ReferenceCache();
        ResourceProvider resources = new TeaVMBuilder(target).getResourceProvider();
        TeaVM compiler = new TeaVMBuilder(target)
                .setReferenceCache(references)
                .setClassLoader(classes)
                .setResourceProvider(resources)
                .setClassSource(new PreOptimizingClassHolderSource(
                        new ClasspathClassHolderSource(resources, references, classes)))
                .setDependencyAnalyzerFactory(PreciseDependencyAnalyzer::new)
                .setObfuscated(true)
                .setStrict(false)
                .build();
        compiler.add(new AssertionRemoval());
        compiler.setProgramCache(EmptyProgramCache.INSTANCE);
        compiler.setCacheStatus(AlwaysStaleCacheStatus.INSTANCE);
        compiler.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
        compiler.installPlugins();
        compiler.setEntryPoint(mainClass);
        compiler.setEntryPointName("main");
        compiler.build(new DirectoryBuildTarget(folder.toFile()), name);
        TeaVMProblemRenderer.describeProblems(compiler, new ConsoleTeaVMToolLog(false));
        if (!compiler.getProblemProvider().getSevereProblems().isEmpty()) {
            throw new IllegalStateException(mainClass + " cannot be compiled to " + name + "; see above");
        }
    }

    // TeaVM's plugins find a target by the interfaces that its own class names, so they are named once more.

    private static final class JavaScript extends JavaScriptTarget implements TeaVMJavaScriptHost {
        JavaScript() {
            setModuleType(JSModuleType.ES2015);
            setObfuscated(true);
            setStrict(false);
        }

        @Override
        public void afterOptimizations(Program program, MethodReader method) {
            ExactArithmetic.keepGrouping(program);
        }
    }

    private static final class WebAssembly extends WasmGCTarget implements TeaVMWasmGCHost {
        WebAssembly() {
            setObfuscated(true);
            setStrict(false);
        }

        @Override
        public void afterOptimizations(Program program, MethodReader method) {
            ExactArithmetic.negateZeros(program);
        }
    }
}
